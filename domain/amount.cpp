#include "domain/amount.hpp"

namespace domain {

std::string text_of(Money m) { return print_decimal(m.units(), money_places, money_places); }

Result<Weight> read_weight(std::string_view text) {
  const auto blank = text.find(' ');
  const std::string_view unit = blank == text.npos ? "" : text.substr(blank + 1);
  const int places = unit == "kg" ? weight_places : unit == "g" ? 3 : -1;
  const std::string_view digits = text.substr(0, blank);
  if (places < 0 || digits.find(',') != digits.npos)
    return fail(Fault::bad_value, "\"" + std::string(text) +
                                      "\" is no weight; write it like \"1.234 kg\" or \"850 g\"");
  return read_decimal(digits, places).map([](std::int64_t mg) { return Weight(mg); });
}

std::string print_weight(Weight w) { return print_decimal(w.units(), weight_places, 3) + " kg"; }

Result<Quantity> read_quantity(std::string_view text) {
  const auto bad = [text] {
    return fail(Fault::bad_value, "\"" + std::string(text) +
                                      "\" is no quantity; write a number with at most 3 decimals");
  };
  if (text.find(',') != text.npos) return bad();
  const auto thousandths = read_decimal(text, 3);
  if (!thousandths || *thousandths > largest_result.units() / 1000) return bad();
  return Quantity(*thousandths * 1000);
}

Quantity round_to_server(Quantity q) {
  if (q.units() % 1000 == 0) return q;
  return Quantity(narrow(divide_rounded(q.units(), 1000) * 1000));
}

}  // namespace domain
