#include "devices/scales/line_scale.hpp"

namespace scales {

namespace {

domain::Trouble trouble_of(domain::Fault fault) {
  switch (fault) {
    case domain::Fault::no_rights:
      return domain::Trouble::no_rights;
    case domain::Fault::busy:
      return domain::Trouble::busy;
    default:
      return domain::Trouble::unplugged;
  }
}

}  // namespace

LineScale::LineScale(std::unique_ptr<PortOpener> opener, const Profile& profile,
                     DecoderSettings settings, LineSettings line, Post post)
    : opener_(std::move(opener)),
      profile_(profile),
      settings_(std::move(settings)),
      line_(line),
      post_(std::move(post)),
      steady_(profile.period) {}

void LineScale::start() {
  thread_ = std::jthread([this](const std::stop_token& stop) {
    listen(*opener_, profile_, settings_, line_, *this, stop);
  });
}

void LineScale::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void LineScale::opened(domain::Moment now) {
  lost_as_ = domain::Trouble::none;
  post_(steady_.opened(now));
}

void LineScale::lost(const domain::Error& error, domain::Moment now) {
  const domain::Trouble trouble = trouble_of(error.fault);
  if (trouble == lost_as_) return;
  lost_as_ = trouble;
  post_(steady_.lost(trouble, now));
}

void LineScale::heard(domain::Moment now) { steady_.heard(now); }

void LineScale::event(const ScaleEvent& event, Answers answers, domain::Moment now) {
  if (answers == Answers::no) return;
  if (const auto reading = steady_.on(event, now)) post_(*reading);
}

void LineScale::turn(domain::Moment now) {
  if (const auto reading = steady_.tick(now)) post_(*reading);
}

}  // namespace scales
