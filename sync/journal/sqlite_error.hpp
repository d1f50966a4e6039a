// What SQLite says, as a sentence of ours. Exceptions of SQLiteCpp end in this folder.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <string>

#include "domain/result.hpp"

namespace journal {

domain::Error error_of(const SQLite::Exception& error, sqlite3* db);

// For a failure of the file system on `path`; `doing` is what could not be done, as in "read".
domain::Error error_of_errno(int number, const std::string& doing, const std::string& path);

}  // namespace journal
