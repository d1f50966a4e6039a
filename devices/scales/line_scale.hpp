// A scale on a line: listen() on a thread of its own, its events through SteadyWeight, the readings
// to the Post. Owned by the kiosk; start() and stop() from the owner's thread.
#pragma once

#include <thread>

#include "devices/scales/listen.hpp"
#include "devices/scales/scale.hpp"
#include "devices/scales/steady_weight.hpp"

namespace scales {

class LineScale final : public Scale, private Listener {
 public:
  LineScale(std::unique_ptr<PortOpener> opener, const Profile& profile, DecoderSettings settings,
            LineSettings line, Post post);
  ~LineScale() override { stop(); }
  void start() override;
  void stop() override;

 private:
  void opened(domain::Moment now) override;
  void lost(const domain::Error& error, domain::Moment now) override;
  void heard(domain::Moment now) override;
  void event(const ScaleEvent& event, Answers answers, domain::Moment now) override;
  void turn(domain::Moment now) override;

  std::unique_ptr<PortOpener> opener_;
  const Profile& profile_;
  DecoderSettings settings_;
  LineSettings line_;
  Post post_;
  SteadyWeight steady_;
  domain::Trouble lost_as_ = domain::Trouble::none;  // posted once, not at every try
  std::jthread thread_;
};

}  // namespace scales
