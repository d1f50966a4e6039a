// From a decoder's events and their times to what the kiosk may show and save: fresh, steady,
// silent. Pure: every time is given in. One for each scale, used by that scale's thread alone.
// Rules: scales.md 0.3 and 3.3.
#pragma once

#include <deque>
#include <optional>

#include "devices/scales/scale_event.hpp"
#include "domain/reading.hpp"

namespace scales {

class SteadyWeight {
 public:
  // `period`: between two frames of this scale. A reading is fresh for 3 of them, at least 1 s and
  // at most 15 s; a scale that gives none for longer, and at least 2 s, does not answer.
  explicit SteadyWeight(domain::Moment period);

  // The port has just been opened.
  domain::Reading opened(domain::Moment now);
  // The port could not be opened, or is gone.
  domain::Reading lost(domain::Trouble trouble, domain::Moment now);
  // Any byte came, understood or not.
  void heard(domain::Moment now) { heard_at_ = now; }
  // What an event makes of the reading; empty where it tells nothing of the pan.
  std::optional<domain::Reading> on(const ScaleEvent& event, domain::Moment now);
  // To be called a few times a second; a reading where time alone changed it.
  std::optional<domain::Reading> tick(domain::Moment now);

 private:
  // Readings closer than this count as one for the estimate.
  struct Sample {
    domain::Moment at;
    std::int64_t least;
    std::int64_t most;
  };

  std::optional<domain::Reading> weight(const WeightEvent& event, domain::Moment now);
  std::optional<domain::Reading> status(const StatusEvent& event, domain::Moment now);
  domain::Reading trouble(domain::Trouble trouble, domain::Moment now);
  domain::Steadiness confirmed(const WeightEvent& event, domain::Moment now);
  domain::Steadiness estimated(const WeightEvent& event, domain::Moment now);
  void forget_run();

  domain::Moment fresh_for_;
  domain::Moment silent_after_;
  domain::Reading reading_;
  domain::Moment frame_at_{0};
  std::optional<domain::Moment> heard_at_;
  std::optional<WeightEvent> last_;  // of the run of equal frames
  domain::Moment run_since_{0};
  std::deque<Sample> samples_;
};

}  // namespace scales
