#include "kiosk/screens/common/resume.hpp"

namespace screens {

std::optional<Resume> resume_of(const Desk& desk) {
  if (!desk.day_open()) return std::nullopt;
  const auto& day = desk.day();
  auto at = desk.open_cell();
  if (!at || day.state(*at) != domain::CellState::to_do) at = desk.next(at);
  if (!at) return std::nullopt;
  const auto article = day.article_of(*at);
  const auto& figures = day.figures(article);
  Resume resume{day.cell(*at).id, day.article(article).name, day.ordergroup(*at), {}, {}, {}, {}};
  resume.bags = figures.cells;
  resume.bag = figures.cells - figures.open + 1;
  const auto entries = desk.entries();
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (!domain::on_cell(entry->body)) continue;
    resume.person = entry->person;
    resume.at = desk.clock(entry->at);
    break;
  }
  return resume;
}

}  // namespace screens
