#include "kiosk/screens/server/presenter.hpp"

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"
#include "kiosk/screens/common/server_words.hpp"

namespace screens::server {

Presenter::Presenter(Desk& desk) : desk_(desk), server_(server_of(desk)) { refresh(); }

std::optional<Visit> Presenter::visit_of(const std::optional<ServerVisit>& visit) const {
  if (!visit) return std::nullopt;
  return Visit{desk_.clock(visit->at), visit->person, visit->orders, visit->figures};
}

void Presenter::refresh() {
  const ServerStatus& status = server_.status();
  state_.frame = desk_.frame();
  state_.address = status.address;
  state_.run = status.run;
  state_.pulled = visit_of(status.pulled);
  state_.pushed = visit_of(status.pushed);
  state_.failure.reset();
  if (const auto& f = status.failure)
    state_.failure = Failure{f->kind, desk_.clock(f->at), f->error.fault, f->done, f->of, f->hold};
  state_.to_send = status.to_send;
  state_.conflicts = static_cast<long>(server_.plan().conflicts.size());
  state_.changed = static_cast<long>(server_.changes().cells.size());
  state_.changed_since = desk_.clock(server_.changes().since);
  state_.has_receipt = server_.receipt().has_value();
  state_.asks = status.unfinished && !status.run;
  state_.notice = desk_.notice();
}

void Presenter::act(const Action& action) {
  std::visit(Overloaded{[this](const Pull&) { server_.pull(); },
                        [this](const Push&) { desk_.go(AtPush{}); },
                        [this](const Cancel&) { server_.cancel(); },
                        [this](const Export&) { desk_.export_to_key(); },
                        [this](const ShowReceipt&) { desk_.go(AtReceipt{}); },
                        [this](const ShowChanges&) { desk_.go(AtChanges{}); },
                        [this](const ShowDifferences&) { desk_.go(AtDifferences{}); },
                        [this](const Answer& answer) {
                          if (!answer.yes) return server_.leave_unfinished();
                          server_.push();
                          desk_.go(AtPush{});
                        },
                        [this](const FollowHeader& header) { follow_header(desk_, header.tap); }},
             action);
  refresh();
}

}  // namespace screens::server
