// MT-SICS level 0/1, KERN KCP and look-alikes: id, blank, status, blank, ten characters, blank,
// unit, CR LF. Source: Mettler AL-IC p. 72, KERN KIB-TM p. 33; scales.md 1.3 and 0.1. Many replies
// hold digits and are no weights: tare, serial number, error.
#include <array>

#include "devices/scales/decoders/decoders.hpp"
#include "devices/scales/frame_text.hpp"

namespace scales {

namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t value_width = 10;
constexpr std::size_t longest_info = 128;

constexpr bool is_unit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || c == '/';
}
constexpr bool is_blank(char c) { return c == ' '; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_quoted(char c) { return c >= ' ' && c <= '~' && c != '"'; }

struct Quantity {
  SignedDecimal number;
  UnitWord unit;
};

// "     1.234 kg" CR LF, to the end of the record.
std::optional<Quantity> read_quantity(Walk& walk, char mark) {
  constexpr std::string_view of_number = " +-0123456789.,";
  const std::string_view field = walk.field(value_width, of_number);
  walk.text(" ");
  const std::string_view unit = walk.run(1, 5, is_unit);
  walk.run(0, 3, is_blank);
  walk.text(line_end);
  if (walk.verdict() != Verdict::full) return std::nullopt;
  // "S S     100.00 ES": a record cut off, and the scale's refusal of a command.
  if (unit.ends_with("ES") || unit.ends_with("ET") || unit.ends_with("EL")) return std::nullopt;
  const auto number = read_field(field, mark);
  if (!number) return std::nullopt;
  return Quantity{*number, read_unit_word(unit)};
}

StatusEvent status(StatusError error, char code) {
  StatusEvent event;
  event.error = error;
  event.code = std::string(1, code);
  return event;
}

class MtSics final : public FrameGrammar {
 public:
  explicit MtSics(const DecoderSettings& settings) : mark_(settings.decimal_mark()) {}

  Verdict match(std::string_view bytes, Events& out) override {
    Verdict best = Verdict::none;
    for (const auto rule :
         {&MtSics::weight, &MtSics::tare, &MtSics::short_reply, &MtSics::refusal, &MtSics::info}) {
      const Verdict verdict = (this->*rule)(bytes, out);
      if (verdict == Verdict::full) return verdict;
      if (verdict == Verdict::partial) best = verdict;
    }
    return best;
  }

 private:
  Verdict weight(std::string_view bytes, Events& out) {
    Walk walk(bytes);
    walk.text("S ");
    const char steadiness = walk.one_of("SD");
    walk.text(" ");
    const auto read = read_quantity(walk, mark_);
    if (!read) return unless_full(walk);
    WeightEvent event;
    event.unit = read->unit.unit;
    event.stable = steadiness == 'S';
    out.emplace_back(event.unit ? weight_or_under_zero(read->number, event)
                                : ScaleEvent(RejectEvent{read->unit.refusal, 0}));
    return Verdict::full;
  }

  // The tare that T or TI took, or that TA tells.
  Verdict tare(std::string_view bytes, Events& out) {
    Verdict best = Verdict::none;
    for (const std::string_view head : {"T S ", "TI S ", "TI D ", "TA A "}) {
      Walk walk(bytes);
      walk.text(head);
      const auto read = read_quantity(walk, mark_);
      if (read) {
        out.emplace_back(read->unit.unit
                             ? ScaleEvent(TareEvent{read->number.value, read->unit.unit})
                             : ScaleEvent(RejectEvent{read->unit.refusal, 0}));
        return Verdict::full;
      }
      if (unless_full(walk) == Verdict::partial) best = Verdict::partial;
    }
    return best;
  }

  // "S +", "Z A", "T I": a command and one letter.
  Verdict short_reply(std::string_view bytes, Events& out) {
    static constexpr std::array<std::string_view, 7> commands{"S ",  "Z ",  "ZI ", "T ",
                                                              "TI ", "TA ", "TAC "};
    Verdict best = Verdict::none;
    for (const std::string_view command : commands) {
      const bool weighing = command == "S ";
      const bool zeroing = command == "Z " || command == "ZI ";
      Walk walk(bytes);
      walk.text(command);
      const char letter = walk.one_of(weighing ? "+-IEL" : zeroing ? "ADSIE+-^vL" : "AIE+-^vL");
      walk.text(line_end);
      const Verdict verdict = walk.verdict();
      if (verdict == Verdict::partial) best = verdict;
      if (verdict != Verdict::full) continue;
      out.emplace_back(letter_event(letter, weighing));
      return verdict;
    }
    return best;
  }

  static ScaleEvent letter_event(char letter, bool weighing) {
    switch (letter) {
      case 'A':
      case 'D':
      case 'S':
        return AckEvent{};
      case 'I':
      case 'E':
        return status(StatusError::not_ready, letter);
      case '+':
        return status(weighing ? StatusError::overload : StatusError::refused, letter);
      case '-':
        return status(weighing ? StatusError::underload : StatusError::refused, letter);
      default:
        return status(StatusError::refused, letter);
    }
  }

  Verdict refusal(std::string_view bytes, Events& out) {
    Walk walk(bytes);
    walk.text("E");
    walk.one_of("STL");
    walk.text(line_end);
    if (walk.verdict() == Verdict::full) out.emplace_back(RejectEvent{Reason::unknown_command, 0});
    return walk.verdict();
  }

  // "I4 A "B021002593"": digits between quotes are no weight. Unasked, it tells of a restart.
  // Nothing but numbers and quoted texts follows: a record cut off must not swallow the next one.
  Verdict info(std::string_view bytes, Events& out) {
    if (bytes.size() > longest_info) return Verdict::none;
    Walk walk(bytes);
    walk.text("I");
    walk.run(1, 2, is_digit);
    walk.text(" ");
    const char letter = walk.one_of("ABIL");
    const bool told = letter == 'A' || letter == 'B';
    while (told && walk.next() == ' ') {
      walk.text(" ");
      if (walk.next() == '"') {
        walk.text("\"");
        walk.run(0, longest_info, is_quoted);
        walk.text("\"");
      } else {
        walk.run(1, 4, is_digit);
      }
    }
    walk.text(line_end);
    if (walk.verdict() != Verdict::full) return walk.verdict();
    if (letter == 'I')
      out.emplace_back(status(StatusError::not_ready, letter));
    else if (letter == 'L')
      out.emplace_back(status(StatusError::refused, letter));
    else
      out.emplace_back(InfoEvent{});
    return Verdict::full;
  }

  // A record whose form was right to the end and whose number is none is no frame.
  static Verdict unless_full(const Walk& walk) {
    return walk.verdict() == Verdict::full ? Verdict::none : walk.verdict();
  }

  char mark_;
};

}  // namespace

std::unique_ptr<Decoder> make_mt_sics(const DecoderSettings& settings) {
  return std::make_unique<FrameScanner>(std::make_unique<MtSics>(settings));
}

}  // namespace scales
