#include "kiosk/cli/scale_decode.hpp"

#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>

#include "kiosk/cli/scale_capture.hpp"
#include "kiosk/cli/scale_json.hpp"

namespace kiosk {

namespace {

using domain::fail;
using domain::Fault;
using domain::Result;

constexpr int exit_refused = 1;
constexpr int exit_usage = 2;

// How many bytes the decoder is given at once: all, N, or 1 to 16 drawn anew each time.
class Cutter {
 public:
  static std::optional<Cutter> read(std::string_view text) {
    Cutter cutter;
    if (text.empty()) return cutter;
    constexpr std::string_view random = "random:";
    cutter.random_ = text.starts_with(random);
    if (cutter.random_) text.remove_prefix(random.size());
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (!cutter.random_ && number == 0) return std::nullopt;
    cutter.size_ = number;
    cutter.generator_.seed(number);
    return cutter;
  }
  bool cuts() const { return random_ || size_ > 0; }
  std::size_t next(std::size_t left) {
    const std::size_t wanted = random_ ? 1 + generator_() % 16 : size_;
    return cuts() ? std::min(wanted, left) : left;
  }

 private:
  bool random_ = false;
  std::size_t size_ = 0;
  std::mt19937 generator_;
};

using Reads = std::vector<std::vector<std::uint8_t>>;

Result<Reads> read_input(std::istream& in, ScaleInput input) {
  Reads reads;
  if (input == ScaleInput::raw) {
    reads.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    return reads;
  }
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    auto bytes = read_hex(line);
    if (!bytes)
      return fail(Fault::bad_value, "Line " + std::to_string(number) + " of the input is no hex");
    if (!bytes->empty()) reads.push_back(std::move(*bytes));
  }
  return reads;
}

class Decoding {
 public:
  Decoding(const scales::Profile& profile, const scales::DecoderSettings& settings,
           std::ostream& out)
      : decoder_(scales::make_decoder(profile, settings)), out_(out) {}

  void feed(scales::Bytes bytes, Cutter& cutter) {
    do {
      const std::size_t count = cutter.next(bytes.size());
      decoder_->feed(bytes.first(count), events_);
      bytes = bytes.subspan(count);
    } while (!bytes.empty());
    print();
  }
  void idle() {
    decoder_->idle(events_);
    print();
  }
  void forget() { decoder_->forget(); }

 private:
  void print() {
    for (const auto& event : events_) out_ << json_line(event) << '\n';
    events_.clear();
  }
  std::unique_ptr<scales::Decoder> decoder_;
  std::ostream& out_;
  scales::Events events_;
};

int refuse(std::ostream& err, int code, const std::string& sentence) {
  err << "romaine: " << sentence << '\n';
  return code;
}

// Plays a capture with its own pauses: one above the frame time-out is a time-out, and after a
// second of silence nothing that was said before is repeated.
void play(const Capture& capture, std::chrono::milliseconds timeout, Decoding& decoding,
          Cutter& cutter) {
  const CaptureRead* before = nullptr;
  for (const CaptureRead& read : capture.reads) {
    const auto gap = before ? read.at - before->at : std::chrono::milliseconds(0);
    if (gap > timeout) decoding.idle();
    if (gap > std::chrono::seconds(1)) decoding.forget();
    decoding.feed(read.bytes, cutter);
    before = &read;
  }
}

}  // namespace

Result<scales::OptionMap> read_options(const std::vector<std::string>& texts) {
  scales::OptionMap options;
  for (const std::string& text : texts) {
    const auto equals = text.find('=');
    if (equals == text.npos || equals == 0 ||
        !options.emplace(text.substr(0, equals), text.substr(equals + 1)).second)
      return fail(Fault::bad_value,
                  "\"" + text + "\" is no option; write each once, like layout=ibm");
  }
  return options;
}

int scale_decode(const DecodeRequest& request, std::istream& in, std::ostream& out,
                 std::ostream& err) {
  auto cutter = Cutter::read(request.chunk);
  if (!cutter) return refuse(err, exit_usage, "--chunk takes a number above 0, or random:SEED");
  auto options = read_options(request.options);
  if (!options) return refuse(err, exit_usage, options.error().detail);

  Capture capture;
  if (request.capture) {
    std::ifstream file(*request.capture);
    if (!file)
      return refuse(err, exit_refused,
                    "The capture " + request.capture->string() +
                        " cannot be read; check its path and rights");
    auto read = read_capture(file);
    if (!read) return refuse(err, exit_refused, read.error().detail);
    capture = std::move(*read);
    options->insert(capture.options.begin(), capture.options.end());
  }
  const auto profile =
      scales::find_profile(request.profile.empty() ? capture.profile : request.profile);
  if (!profile) return refuse(err, exit_refused, profile.error().detail);
  const scales::Profile& chosen = **profile;
  if (request.profile_file)
    return refuse(err, exit_refused,
                  "Profile " + std::string(chosen.id) +
                      " is fixed and takes no --profile-file; leave it out");
  if (!chosen.line && cutter->cuts())
    return refuse(err, exit_usage,
                  "--chunk cannot cut the whole reports of " + std::string(chosen.id));
  const auto settings = scales::settings_for(chosen, scales::read_unit(request.unit), *options);
  if (!settings) return refuse(err, exit_usage, settings.error().detail);

  Decoding decoding(chosen, *settings, out);
  if (request.capture) {
    const auto line = capture.line ? capture.line : chosen.line;
    play(capture, scales::frame_timeout(line.value_or(scales::LineSettings{})), decoding, *cutter);
  } else {
    const auto reads = read_input(in, request.input);
    if (!reads) return refuse(err, exit_refused, reads.error().detail);
    for (const auto& bytes : *reads) decoding.feed(bytes, *cutter);
  }
  decoding.idle();
  return 0;
}

}  // namespace kiosk
