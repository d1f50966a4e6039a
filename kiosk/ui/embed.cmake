# Writes OUT, a C++ source that holds the .mo files of FOLDER as bytes (run with cmake -P).
set(text "#include \"kiosk/ui/catalogues.hpp\"\n\nnamespace ui {\nnamespace {\n\n")
foreach(code fr en de)
  file(READ "${FOLDER}/${code}.mo" hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND text "constexpr unsigned char ${code}[] = {${bytes}};\n")
endforeach()
string(APPEND text "
template <std::size_t size>
std::string_view view(const unsigned char (&bytes)[size]) {
  return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace

std::string_view catalogue_of(Language language) {
  switch (language) {
    case Language::fr: return view(fr);
    case Language::en: return view(en);
    case Language::de: return view(de);
  }
  return view(en);
}

}  // namespace ui
")
file(WRITE "${OUT}" "${text}")
