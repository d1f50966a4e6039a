#include "kiosk/screens/common/cell_work.hpp"

#include <algorithm>

namespace screens {
namespace {

using domain::CellPlace;
using domain::CellState;
using ui::Face;
using ui::Fit;
using ui::Glyph;
using ui::Rect;
using ui::Size;
using ui::Token;

// Article by article the list names ordergroups; crate by crate it names articles.
std::string name_in_run(const Desk& desk, CellPlace at) {
  const domain::Day& day = desk.day();
  return desk.walk_by() == domain::WalkBy::article ? day.ordergroup(at)
                                                   : day.article(day.article_of(at)).name;
}

CellRow row_of(const Desk& desk, CellPlace at, CellPlace current) {
  const domain::Day& day = desk.day();
  const domain::CellFigures figures = day.figures(at);
  const bool given = figures.bags > 0 || figures.shortfall;
  const domain::Quantity asked = figures.target.value_or(domain::Quantity());
  return {day.cell(at).id.value, name_in_run(desk, at),
          at == current ? Glyph::current : shape_of(figures),
          given && at != current ? named_given(day, at) : named_amount(day, at, asked)};
}

std::optional<SavedBag> saved_bag(const Desk& desk) {
  const auto note = desk.saved();
  const auto at = note ? desk.day().find(note->cell) : std::nullopt;
  if (!at) return std::nullopt;
  const std::string name = name_in_run(desk, *at);
  if (const auto* weighed = std::get_if<domain::Weighed>(&note->body))
    return SavedBag{name, weighed->net};
  if (const auto* counted = std::get_if<domain::Counted>(&note->body))
    return SavedBag{name, named_amount(desk.day(), *at, counted->pieces)};
  if (std::holds_alternative<domain::ShortfallNoted>(note->body))
    return SavedBag{name, {}, SavedBag::shortfall};
  return std::nullopt;
}

std::string saved_text(const CellWork& work, const ui::Ui& ui) {
  if (!work.notice.empty()) return work.notice;
  if (work.resumed) return ui.tr("Back after a power cut, nothing is lost");
  if (work.saved->kind == SavedBag::shortfall)
    return ui.tr("{1}, shortfall noted", work.saved->name);
  return ui.tr("{1} {2}, saved", work.saved->name, text_of(ui, work.saved->amount));
}

}  // namespace

void fill(CellWork& work, const Desk& desk, CellPlace at) {
  const domain::Day& day = desk.day();
  const domain::OrderArticle& article = day.article(day.article_of(at));
  work.frame = desk.frame();
  work.article = article.name;
  work.producer = article.producer;
  work.cell = day.ordergroup(at);
  work.crate = desk.crate(work.cell);
  work.cells.clear();
  work.current = -1;
  const auto run = desk.walk().run_of(at);
  work.cells.reserve(run.size());
  for (const CellPlace place : run) {
    if (place == at) work.current = static_cast<long>(work.cells.size());
    work.cells.push_back(row_of(desk, place, at));
  }
  work.bag = work.current + 1;
  work.bags = static_cast<long>(work.cells.size());
  work.next.reset();
  if (const auto then = desk.walk().then(day, at); then && *then != at) {
    const std::string& group = day.ordergroup(*then);
    const auto asked = day.figures(*then).target.value_or(domain::Quantity());
    work.next =
        NextCell{desk.crate(group), name_in_run(desk, *then), named_amount(day, *then, asked)};
  }
  work.saved = saved_bag(desk);
  work.resumed = desk.resumed();
  work.notice = desk.notice();
}

void follow_header(Desk& desk, ui::HeaderTap tap) {
  switch (tap) {
    case ui::HeaderTap::back:
      return desk.back();
    case ui::HeaderTap::person:
      return desk.go(AtPerson{});
    case ui::HeaderTap::scale:
      return desk.go(AtTrouble{Device::scale});
    case ui::HeaderTap::printer:
      return desk.go(AtTrouble{Device::printer});
    case ui::HeaderTap::server:
      return desk.server() ? desk.go(AtServer{}) : desk.go(AtEnd{});
  }
}

void work_on_next(Desk& desk, CellPlace after) {
  const auto next = desk.next(after);
  if (!next) return desk.home();
  desk.work_on(desk.day().cell(*next).id);
}

domain::Result<void> undo_saved(Desk& desk) {
  const auto note = desk.saved();
  if (!note) return {};
  std::vector<domain::Body> counters{domain::Undone{note->ref}};
  for (const domain::EntryRef& ref : note->with) counters.push_back(domain::Undone{ref});
  const auto undone = desk.save(counters);
  if (!undone) return tl::unexpected(undone.error());
  desk.weighing().forget_saved();
  desk.work_on(note->cell);
  return {};
}

std::optional<domain::Moment> sooner(std::optional<domain::Moment> a,
                                     std::optional<domain::Moment> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

std::optional<domain::Moment> saved_until(const Desk& desk) {
  const auto note = desk.saved();
  if (!note) return std::nullopt;
  return note->until;
}

std::optional<domain::Moment> fresh_until(const Desk& desk) {
  const domain::Reading& reading = desk.reading();
  if (!reading.fresh(desk.now())) return std::nullopt;
  return reading.at + reading.fresh_for + domain::Moment(1);
}

Glyph shape_of(const domain::CellFigures& figures) {
  switch (figures.state) {
    case CellState::to_do:
      return figures.bags > 0 ? Glyph::add : Glyph::todo;
    case CellState::weighed:
    case CellState::counted:
      return Glyph::good;
    case CellState::short_given:
      return Glyph::shortfall;
    case CellState::absent:
      return figures.shortfall ? Glyph::shortfall : Glyph::absent;
    case CellState::over:
      return Glyph::take_off;
  }
  return Glyph::todo;
}

std::string not_saved(const ui::Ui& ui, domain::Fault fault) {
  switch (fault) {
    case domain::Fault::disk_full:
      return ui.tr("Not saved: the disk is full");
    case domain::Fault::no_rights:
      return ui.tr("Not saved: no right to write");
    case domain::Fault::busy:
      return ui.tr("Not saved: the journal is busy");
    case domain::Fault::refused:
    case domain::Fault::bad_value:
      return ui.tr("Not saved: the day refuses it");
    default:
      return ui.tr("Not saved: the disk does not answer");
  }
}

ui::Strip failed_strip(const ui::Ui& ui, domain::Fault fault) {
  return {.tone = ui::Tone::over, .glyph = Glyph::cross, .text = not_saved(ui, fault)};
}

LineTap draw_cell_line(ui::Ui& ui, Rect line, const CellWork& work, const std::string& asked,
                       ListKey list_key) {
  LineTap tap = LineTap::none;
  if (ui.metrics().compact() && list_key == ListKey::yes) {
    const ui::Button key{
        .name = "weigh.list",
        .icon = ui::Icon::format_list_bulleted,
        .text = ui.tr("{1} of {2}", ui.numbers().count(work.bag), ui.numbers().count(work.bags))};
    if (ui::key(ui, line.cut_right(ui::key_width(ui, key), 1.2f), key)) tap = LineTap::list;
  }
  const ui::Style quiet{.color = Token::quiet, .across = ui::Across::right};
  const Rect right = line.cut_right(ui.width(asked, quiet) + 0.1f, 1.2f);
  ui.text(asked, right, quiet);
  const std::string crate = ui.tr("crate {1}", ui.numbers().count(work.crate));
  const ui::Style normal{.size = Size::normal};
  ui::Style name{.size = Size::large, .face = Face::semibold, .fit = Fit::ellipsis};
  const float room = line.w - ui.width(crate, normal) - 1.3f;
  if (ui.width(work.cell, name) > room) name.size = Size::normal;
  ui.text(work.cell, line.cut_left(std::min(ui.width(work.cell, name) + 0.1f, room), 1.2f), name);
  ui.text(crate, line, normal);
  return tap;
}

std::optional<long> draw_cells(ui::Ui& ui, const Rect& area, const CellWork& work) {
  std::optional<long> tapped;
  const auto cell_at = [&](long index) -> const CellRow& {
    return work.cells[static_cast<std::size_t>(index)];
  };
  const auto name_of = [&](long index) {
    return "weigh.cell." + std::to_string(cell_at(index).cell);
  };
  ui::list(
      ui, area, {.name = "weigh.cells", .count = work.bags, .current = work.current},
      [&](const ui::Row& row) {
        const CellRow& cell = cell_at(row.index);
        const std::string amount = text_of(ui, cell.amount);
        if (ui::row_target(ui, row, name_of(row.index), cell.name + " " + amount, "weigh.cells")
                .tapped)
          tapped = cell.cell;
        const Face face = row.current ? Face::semibold : Face::medium;
        const bool open = cell.state == Glyph::todo;
        ui::Line line(
            ui, {row.rect.x + 1.4f, row.rect.y, row.rect.w - 1.4f - ui::row_pad, row.rect.h}, 0.9f);
        line.glyph(cell.state);
        Rect words = line.rest();
        const ui::Style right{
            .face = face, .color = open ? Token::quiet : Token::ink, .across = ui::Across::right};
        ui.text(amount, words.cut_right(ui.width(amount, right) + 0.05f, 0.4f), right);
        ui.text(cell.name, words, {.face = face, .fit = Fit::ellipsis});
      },
      name_of);
  return tapped;
}

std::optional<ui::HeaderTap> draw_work_header(ui::Ui& ui, Rect& area, const CellWork& work) {
  const ui::Numbers n = ui.numbers();
  return draw_header(ui, area, work.frame,
                     {.title = work.article,
                      .note = work.producer,
                      .middle = ui.tr("bag {1} of {2}", n.count(work.bag), n.count(work.bags))});
}

bool says_saved(const CellWork& work) {
  return !work.notice.empty() || work.resumed || work.saved.has_value();
}

bool draw_saved(ui::Ui& ui, const Rect& rect, const CellWork& work) {
  if (!work.notice.empty()) {
    ui::Line line(ui, rect, 1);
    line.glyph(Glyph::attention);
    ui.text(work.notice, line.rest(), {.lines = 2, .fit = Fit::ellipsis});
    return false;
  }
  return ui::saved_line(
      ui, rect,
      {.text = saved_text(work, ui), .undo = work.resumed ? std::string_view() : "weigh.undo"});
}

}  // namespace screens
