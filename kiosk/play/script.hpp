// The play script of contracts.md 6: one command a line. Parsing is pure; a line that breaks the
// format is kept as what is wrong with it, for the first failing line is told when it is reached.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/amount.hpp"

namespace kiosk::play {

struct Tap {
  std::string target;
};
struct Type {
  std::string text;
};
struct Scan {
  std::string text;
};
struct ScalePut {
  domain::Weight weight;
};
struct ScaleClear {};
struct ScaleFault {
  std::string fault;  // overload underload under_zero moving silent unplugged
};
struct ScaleOk {};
struct PrinterFault {
  std::string fault;  // no_labels offline
};
struct PrinterOk {};
struct KeyPut {
  std::string folder;
};
struct KeyPull {};
struct Wait {
  std::chrono::milliseconds time;
};
struct Picture {
  std::string name;
};
struct Expect {
  std::string target, text;
};
struct Targets {};
struct Quit {};
struct Bad {
  std::string why;
};

using Command =
    std::variant<Tap, Type, Scan, ScalePut, ScaleClear, ScaleFault, ScaleOk, PrinterFault,
                 PrinterOk, KeyPut, KeyPull, Wait, Picture, Expect, Targets, Quit, Bad>;

struct Line {
  int number;  // from 1
  Command command;
};

// Empty lines and comments ('#' first on the line) give nothing.
std::vector<Line> parse(std::string_view script);

}  // namespace kiosk::play
