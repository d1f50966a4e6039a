#include "devices/printing/barcode.hpp"

#include <zint.h>

#include <algorithm>
#include <memory>

namespace printing {

char check_digit(std::string_view twelve_digits) {
  domain::ensure(twelve_digits.size() == 12, "an EAN-13 has twelve digits before its check digit");
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += (twelve_digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

domain::Result<void> check_ean13(std::string_view digits) {
  const std::string shown = '"' + std::string(digits) + '"';
  const bool only_digits =
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits.size() != 13 || !only_digits)
    return domain::fail(domain::Fault::bad_value,
                        shown + " is no bag number: it needs 13 digits, nothing else");
  const char right = check_digit(digits.substr(0, 12));
  if (digits[12] != right)
    return domain::fail(domain::Fault::bad_value,
                        shown + " is no bag number: its last digit should be " + right +
                            ", so one of the digits is wrong");
  return {};
}

std::string our_number(Bears what, int station, std::int64_t serial) {
  domain::ensure(station >= 0 && station <= 9, "a station's number is one digit");
  domain::ensure(serial > 0, "a serial is above 0");
  const std::string eight = std::to_string(100'000'000 + serial % 100'000'000).substr(1);
  const std::string number =
      "29" + std::to_string(static_cast<int>(what)) + std::to_string(station) + eight;
  return number + check_digit(number);
}

domain::Result<std::bitset<ean13_modules>> ean13_bars(std::string_view digits) {
  if (const auto good = check_ean13(digits); !good) return tl::unexpected(good.error());
  struct Free {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
  };
  const std::unique_ptr<zint_symbol, Free> symbol(ZBarcode_Create());
  domain::ensure(symbol != nullptr, "there is memory for a bar code");
  symbol->symbology = BARCODE_EANX;
  const auto* text = reinterpret_cast<const unsigned char*>(digits.data());
  if (ZBarcode_Encode(symbol.get(), text, static_cast<int>(digits.size())) != 0 ||
      symbol->width != ean13_modules)
    return domain::fail(
        domain::Fault::bad_value,
        "The number " + std::string(digits) + " cannot be drawn as a bar code: " + symbol->errtxt);
  std::bitset<ean13_modules> bars;
  for (std::size_t i = 0; i < ean13_modules; ++i)
    bars[i] = (symbol->encoded_data[0][i / 8] >> (i % 8) & 1) != 0;
  return bars;
}

}  // namespace printing
