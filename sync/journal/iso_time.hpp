// Moments as ISO 8601 with the offset of this machine's time zone. Any thread.
#pragma once

#include <string>

#include "domain/entry.hpp"

namespace journal {

std::string iso_time(domain::Stamp at);          // "2026-11-25T14:10:00+01:00"
std::string iso_time_precise(domain::Stamp at);  // "2026-11-25T14:10:00.123456+01:00"
std::string iso_date(domain::Stamp at);          // "2026-11-25"
// For names of files, in UTC: "20261125T131000Z".
std::string file_time(domain::Stamp at);

}  // namespace journal
