#include "kiosk/cli/recorder.hpp"

#include "domain/record_rules.hpp"
#include "sync/journal/record_line.hpp"

namespace kiosk {

using domain::Fault;
using domain::Result;

namespace {

// After others got in between, that many lines go singly: a failed transaction of many costs more.
constexpr int wary = 100;

}  // namespace

Recorder::Recorder(Access& access, journal::LoadedDay loaded)
    : access_(access), loaded_(std::move(loaded)) {}

Result<void> Recorder::read_others() {
  const auto changed = access_.journal->changed_elsewhere();
  if (!changed) return tl::unexpected(changed.error());
  if (torn_) {
    auto anew = journal::load_day(*access_.journal, loaded_.row.number);
    if (!anew) return tl::unexpected(anew.error());
    loaded_ = std::move(*anew);
    torn_ = false;
  } else if (*changed) {
    if (auto read = journal::catch_up(*access_.journal, loaded_); !read) return read;
  }
  if (loaded_.open()) return {};
  return domain::fail(Fault::refused, "Day " + std::to_string(loaded_.row.number) +
                                          " has ended meanwhile; nothing was saved.");
}

Result<domain::Body> Recorder::judge(const std::string& line) {
  const journal::RecordContext context{
      loaded_.day, access_.journal->station(),
      [this](const std::string& article) { return access_.config.band_of(article); }};
  auto body = journal::read_record_line(line, context, scratch_);
  if (!body) return body;
  if (auto may = domain::may_record(loaded_.day, *body); !may) return tl::unexpected(may.error());
  return body;
}

Recorder::Answer Recorder::save(const std::string& line) {
  const auto body = judge(line);
  if (!body) return tl::unexpected(body.error());
  const auto entries =
      access_.journal->append(std::span(&*body, 1), access_.person, loaded_.seen());
  if (!entries) return tl::unexpected(entries.error());
  loaded_.add(*entries);
  last_seq_ = entries->front().ref.seq;
  return *last_seq_;
}

Recorder::Answer Recorder::record_one(const std::string& line) {
  constexpr int most_tries = 50;
  for (int tries = 1;; ++tries) {
    if (auto read = read_others(); !read) return tl::unexpected(read.error());
    Answer saved = save(line);
    const bool overtaken = !saved && saved.error().fault == Fault::busy;
    if (!overtaken || tries == most_tries) return saved;
  }
}

std::optional<std::vector<Recorder::Answer>> Recorder::record_together(
    std::span<const std::string> lines) {
  if (!read_others()) return std::nullopt;
  const auto seen = loaded_.seen();
  std::vector<Answer> answers;
  std::vector<domain::Body> bodies;
  std::int64_t seq = *last_seq_;
  for (const auto& line : lines) {
    auto body = judge(line);
    if (!body) {
      answers.push_back(tl::unexpected(body.error()));
      continue;
    }
    // As it will be, should the transaction go through.
    loaded_.day.apply(
        domain::Entry{{access_.journal->station(), ++seq}, seen, loaded_.row.number, {}, *body});
    torn_ = true;
    bodies.push_back(std::move(*body));
    answers.push_back(seq);
  }
  if (bodies.empty()) return answers;
  const auto entries = access_.journal->append(bodies, access_.person, seen);
  if (!entries || entries->back().ref.seq != seq) return std::nullopt;
  loaded_.entries.insert(loaded_.entries.end(), entries->begin(), entries->end());
  last_seq_ = seq;
  torn_ = false;
  return answers;
}

std::vector<Recorder::Answer> Recorder::record(std::span<const std::string> lines) {
  if (lines.size() > 1 && last_seq_ && singly_ == 0) {
    if (auto answers = record_together(lines)) return std::move(*answers);
    singly_ = wary;
  }
  std::vector<Answer> answers;
  for (const auto& line : lines) {
    answers.push_back(record_one(line));
    if (singly_ > 0) --singly_;
  }
  return answers;
}

}  // namespace kiosk
