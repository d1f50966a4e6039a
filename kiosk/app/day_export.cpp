#include "kiosk/app/day_export.hpp"

#include "domain/comment.hpp"
#include "kiosk/app/papers.hpp"
#include "kiosk/app/receipt_paper.hpp"
#include "sync/journal/entry_json.hpp"
#include "sync/server/folder/order_tables.hpp"
#include "sync/server/folder/order_xlsx.hpp"

namespace kiosk {

namespace {

using domain::Result;
using server::ExportFile;

Result<void> add_order(std::vector<ExportFile>& files, const journal::LoadedDay& day,
                       const domain::PushState& pushed, int order, ui::Language language) {
  const std::string_view code = ui::code_of(language);
  const auto id = day.day.orders()[static_cast<std::size_t>(order)].id;
  const std::filesystem::path folder = "order-" + std::to_string(id.value);
  const PaperFacts facts{day.row.name, day.crates};
  auto workbook = server::order_xlsx(day.day, order, code);
  if (!workbook) return tl::unexpected(workbook.error());
  auto treasurer = printing::paper_pdf(treasurer_paper(day.day, order, facts, language));
  if (!treasurer) return tl::unexpected(treasurer.error());
  auto matrix = printing::paper_pdf(matrix_paper(day.day, order, facts, language));
  if (!matrix) return tl::unexpected(matrix.error());
  const std::string comment =
      domain::order_comment(day.day, order, day.row.mark, domain::comment_language(code)) + "\n";
  files.push_back({folder / "results.csv", server::results_csv(day.day, order, pushed)});
  files.push_back({folder / "shortfalls.csv", server::shortfalls_csv(day.day, order)});
  files.push_back({folder / "comment.txt", comment});
  files.push_back({folder / "order.xlsx", std::move(*workbook)});
  files.push_back({folder / "treasurer.pdf", std::move(*treasurer)});
  files.push_back({folder / "matrix.pdf", std::move(*matrix)});
  if (!pushed.order(id).tried_at) return {};
  auto receipt = printing::paper_pdf(receipt_paper(day, order, pushed, language));
  if (!receipt) return tl::unexpected(receipt.error());
  files.push_back({folder / "receipt.pdf", std::move(*receipt)});
  return {};
}

}  // namespace

Result<std::vector<ExportFile>> day_files(const journal::LoadedDay& day,
                                          std::span<const domain::Entry> entries,
                                          ui::Language language) {
  std::vector<ExportFile> files;
  domain::PushState pushed;
  pushed.apply(day.entries);
  for (int o = 0; o < static_cast<int>(day.day.orders().size()); ++o)
    if (const auto added = add_order(files, day, pushed, o, language); !added)
      return tl::unexpected(added.error());
  std::string lines;
  for (const auto& line : journal::show_lines(entries)) lines += line + "\n";
  files.push_back({"journal.jsonl", std::move(lines)});
  return files;
}

Result<void> export_day(const journal::LoadedDay& day, std::span<const domain::Entry> entries,
                        const std::filesystem::path& folder, ui::Language language) {
  const auto files = day_files(day, entries, language);
  if (!files) return tl::unexpected(files.error());
  return server::export_day(folder, *files);
}

}  // namespace kiosk
