// The protocols, one file each beside this one; profiles.cpp names them.
#pragma once

#include "devices/scales/decoder.hpp"
#include "devices/scales/profiles.hpp"

namespace scales {

std::unique_ptr<Decoder> make_toledo_8217(const DecoderSettings& settings);
std::unique_ptr<Decoder> make_mt_sics(const DecoderSettings& settings);
std::unique_ptr<Decoder> make_hid_report(const DecoderSettings& settings);

}  // namespace scales
