#include "kiosk/screens/common/server_words.hpp"

#include <algorithm>

namespace screens {
namespace {

using domain::Fault;
using ui::Across;
using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Token;

std::string amount_text(const ui::Ui& ui, const std::optional<NamedAmount>& amount) {
  return amount ? text_of(ui, *amount) : std::string("–");
}

}  // namespace

ServerDesk& server_of(Desk& desk) {
  ServerDesk* server = desk.server();
  domain::ensure(server != nullptr, "screens of the server are shown where one is configured");
  return *server;
}

void fill_lamp(Frame& frame, const ServerStatus& status) {
  frame.to_send = status.to_send;
  frame.server = status.run       ? ServerLamp::busy
                 : status.failure ? ServerLamp::fault
                                  : ServerLamp::good;
}

ServerSentence sentence_of(const ui::Ui& ui, Fault fault) {
  const std::string later = ui.tr("Go on weighing, nothing is lost. Try again later.");
  const std::string installer = ui.tr("Nothing is lost. Tell whoever set up the station.");
  switch (fault) {
    case Fault::device_gone:
      return {ui.tr("The server cannot be reached"),
              ui.tr("Nothing is lost. Look at the network, or take a USB key.")};
    case Fault::device_silent:
      return {ui.tr("The server does not answer in time"), later};
    case Fault::io:
      return {ui.tr("The connection is not safe"),
              ui.tr("Look at date and time of this machine, then try again.")};
    case Fault::no_rights:
      return {ui.tr("The server refuses the kiosk’s account"), installer};
    case Fault::busy:
      return {ui.tr("The server is being maintained"), later};
    case Fault::page_foreign:
      return {ui.tr("That address is no Foodsoft"), installer};
    case Fault::page_torn:
    case Fault::page_hostile:
    case Fault::damaged:
      return {ui.tr("The server’s pages do not hold together"), later};
    case Fault::not_found:
      return {ui.tr("Something is no longer there on the server"),
              ui.tr("Nothing is lost. Fetch the day again.")};
    case Fault::order_open:
      return {ui.tr("The order is still open on the server"),
              ui.tr("It must be finished there first.")};
    case Fault::refused:
      return {ui.tr("Not everything went through"),
              ui.tr("Nothing is lost. Look at what remains, then try again.")};
    case Fault::interrupted:
      return {ui.tr("It was cancelled"), ui.tr("What is whole stays, the rest goes on later.")};
    case Fault::disk_full:
      return {ui.tr("The disk is full"), installer};
    default:
      return {ui.tr("The server refuses it"), later};
  }
}

std::string sentence_of(const ui::Ui& ui, OrderTrouble trouble) {
  switch (trouble) {
    case OrderTrouble::none:
      return {};
    case OrderTrouble::settled:
      return ui.tr("Settled meanwhile: nothing more is sent. See the differences in the export.");
    case OrderTrouble::reopened:
      return ui.tr("Open again after it was settled: settling it again charges everybody twice.");
    case OrderTrouble::not_pulled:
      return ui.tr("It came from a folder: fetch the day from the server first.");
    case OrderTrouble::changed:
      return ui.tr("Unit or price changed on the server: fetch the day, then look at the weights.");
    case OrderTrouble::gone:
      return ui.tr("Cells or groups of it were deleted on the server: fetch the day again.");
    case OrderTrouble::pages_torn:
      return ui.tr("The server cannot show its pages: tell the treasurer.");
  }
  return {};
}

std::string text_of(const ui::Ui& ui, const ServerRun& run) {
  if (run.stopping) return ui.tr("Stops after this request");
  const ui::Numbers n = ui.numbers();
  const std::string steps =
      run.of > 0 ? ui.tr("{1} of {2}", n.count(run.done), n.count(run.of)) : std::string();
  if (steps.empty() || run.supplier.empty()) return steps + run.supplier;
  return steps + ", " + run.supplier;
}

NamedAmount amount_in(const domain::Day& day, domain::CellId cell, domain::Quantity quantity) {
  if (const auto at = day.find(cell)) return named_amount(day, *at, quantity);
  return Pieces{quantity, {}};
}

void draw_before_after(ui::Ui& ui, const Rect& rect, const BeforeAfter& row) {
  const auto& m = ui.metrics();
  Rect line = rect.inset(ui::row_pad, 0);
  // A long amount takes what it needs from the names.
  const auto column = [&](const std::string& text, const ui::Style& style) {
    return std::max(m.pick(13.5f, 14, 12), ui.width(text, style) + 0.1f);
  };
  const ui::Style quiet{.color = Token::quiet, .across = Across::right};
  const ui::Style bold{.face = Face::semibold, .across = Across::right};
  const std::string before = amount_text(ui, row.before), after = amount_text(ui, row.after);
  ui.text(after, line.cut_right(column(after, bold)), bold);
  ui.text("→", line.cut_right(m.small + 0.4f, 0.9f), {.color = Token::quiet});
  ui.text(before, line.cut_right(column(before, quiet), 1), quiet);
  ui.text(row.ordergroup, line.cut_left(m.pick(25.6f, 26, 26), 0.9f), {.fit = Fit::ellipsis});
  ui.text(row.article, line, {.fit = Fit::ellipsis});
}

void draw_list_head(ui::Ui& ui, Rect& work, const std::string& head, const std::string& note) {
  Rect line = work.cut_top(ui.line_height(ui::Size::small) + 0.4f, 0.6f);
  line = line.inset(0.2f, 0);
  const ui::Style quiet{.color = Token::quiet, .across = Across::right};
  ui.text(note, line.cut_right(ui.width(note, quiet) + 0.1f, 1), quiet);
  ui.text(head, line, {.face = Face::semibold, .fit = Fit::shrink});
}

float run_height(const ui::Ui& ui) {
  return 2 * ui.line_height(ui::Size::small) + 0.4f + 1.1f + 2 * 1.2f;
}

void draw_run(ui::Ui& ui, const Rect& rect, const std::string& what, const ServerRun& run) {
  ui::card(ui, rect);
  Rect inner = rect.inset(ui::card_pad_x, 1.2f);
  const float line = ui.line_height(ui::Size::small);
  ui.named_text("server.run", what, rect);
  ui.text(what, inner.cut_top(line), {.face = Face::semibold, .fit = Fit::shrink});
  ui.text(text_of(ui, run), inner.cut_top(line, 0.4f),
          {.color = Token::quiet, .fit = Fit::ellipsis});
  const float share = run.of > 0 ? static_cast<float>(run.done) / static_cast<float>(run.of) : 0.0f;
  ui::progress(ui, inner, share);
}

int draw_page_buttons(ui::Ui& ui, ui::Bar& bar, std::string_view list) {
  const ui::Pages pages = ui::list_pages(ui, list);
  int turned = 0;
  if (bar.button({.name = "list.up",
                  .icon = ui::Icon::keyboard_arrow_up,
                  .text = ui.tr("Further up"),
                  .enabled = pages.up}))
    turned = -1;
  if (bar.button({.name = "list.down",
                  .icon = ui::Icon::keyboard_arrow_down,
                  .text = ui.tr("Further down"),
                  .enabled = pages.down}))
    turned = 1;
  return turned;
}

}  // namespace screens
