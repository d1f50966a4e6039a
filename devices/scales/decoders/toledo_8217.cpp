// Mettler Toledo 8217 and its clones: "W" asks, STX digits [N] CR answers, or STX ? status CR.
// Source: DIVA service manual pp. 39, 44, 45; scales.md 1.1 and 0.1. The frame has no unit.
#include "devices/scales/decoders/decoders.hpp"
#include "devices/scales/frame_text.hpp"

namespace scales {

namespace {

constexpr char stx = '\x02';
constexpr char cr = '\r';

enum StatusBit : unsigned {
  bit_motion = 1U << 0,
  bit_over = 1U << 1,
  bit_under_zero = 1U << 2,
  bit_centre_of_zero = 1U << 4,
  bit_net = 1U << 5,  // constant 1 on the IBM layout
  bit_always = 1U << 6,
};

constexpr bool is_body(char c) {
  return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == ' ' || c == '-' || c == 'N';
}

// WW.WWW, WW.WW, WWW.WW, or six digits of a scale in grams; blanks may stand for leading zeros.
// Other widths are a frame that lost bytes.
bool right_width(std::size_t width, int decimals) {
  switch (decimals) {
    case 3:
      return width == 6;
    case 2:
      return width == 5 || width == 6;
    case 0:
      return width == 6;
    default:
      return false;
  }
}

class Toledo8217 final : public FrameGrammar {
 public:
  explicit Toledo8217(const DecoderSettings& settings)
      : unit_(settings.unit),
        mark_(settings.decimal_mark()),
        ibm_(settings.option("layout") == "ibm"),
        repeats_(settings.option("status_repeat") == "yes") {}

  Verdict match(std::string_view bytes, Events& out) override {
    if (bytes.front() != stx) return Verdict::none;
    if (bytes.size() == 1) return Verdict::partial;
    return bytes[1] == '?' ? match_status(bytes, out) : match_weight(bytes, out);
  }

  void forget() override { last_.reset(); }

 private:
  Verdict match_weight(std::string_view bytes, Events& out) {
    constexpr std::size_t longest = 9;  // STX, a minus, six digits and a point's width, N
    std::string_view body = bytes.substr(1);
    if (body.back() != cr) {
      const bool may_be = body.size() < longest && is_body(body.back());
      return may_be ? Verdict::partial : Verdict::none;
    }
    body.remove_suffix(1);
    WeightEvent weight;
    weight.unit = unit_;
    weight.stable = true;
    weight.mode = Mode::gross;
    if (!body.empty() && body.back() == 'N') {
      weight.mode = Mode::net;
      body.remove_suffix(1);
    }
    const auto number = read_field(body, mark_);
    if (!number) return Verdict::none;
    if (number->minus) {
      // This layout has no sign; what a clone means by a minus before zeros is sure.
      if (number->value.mantissa != 0) return Verdict::none;
    } else if (!right_width(body.size(), number->value.decimals)) {
      return Verdict::none;
    }
    const ScaleEvent event = weight_or_under_zero(*number, weight);
    last_.reset();
    if (const auto* known = std::get_if<WeightEvent>(&event)) last_ = *known;
    out.emplace_back(event);
    return Verdict::full;
  }

  Verdict match_status(std::string_view bytes, Events& out) {
    if (bytes.size() == 2) return Verdict::partial;
    const auto bits = static_cast<unsigned char>(bytes[2]);
    if ((bits & 0xC0U) != bit_always) return Verdict::none;
    if (bytes.size() == 3) return Verdict::partial;
    if (bytes[3] != cr) return Verdict::none;
    out.emplace_back(status(bits));
    return Verdict::full;
  }

  // The gravest flag names it. Bits 3 to 5 are no errors: bit 3 is set wherever the load lies
  // outside the zero range.
  ScaleEvent status(unsigned bits) {
    StatusEvent event;
    event.unit = unit_;
    event.zero = (bits & bit_centre_of_zero) != 0;
    if ((bits & bit_motion) != 0) {
      event.error = StatusError::motion;
      event.stable = false;
    }
    if ((bits & bit_under_zero) != 0) event.error = StatusError::under_zero;
    if ((bits & bit_over) != 0) event.error = StatusError::overload;
    if (event.error || !same_load(bits)) last_.reset();
    if (repeats_ && last_) return *last_;
    return event;
  }

  // Whether a status without error flags can still speak of the load that was last reported.
  bool same_load(unsigned bits) const {
    if (!last_) return false;
    if ((bits & bit_centre_of_zero) != 0 && last_->value.mantissa != 0) return false;
    return ibm_ || (bits & bit_net) == 0 || last_->mode == Mode::net;
  }

  std::optional<Unit> unit_;
  char mark_;
  bool ibm_;
  bool repeats_;
  std::optional<WeightEvent> last_;
};

}  // namespace

std::unique_ptr<Decoder> make_toledo_8217(const DecoderSettings& settings) {
  return std::make_unique<FrameScanner>(std::make_unique<Toledo8217>(settings));
}

}  // namespace scales
