"""Each box includes only what docs/architecture.md lets it use. Fails with file and line.

Run with the project's own sources; first it proves on made-up lines that it can fail."""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
SYSTEM = r"[a-z_]+|sys/.*|netinet/.*|arpa/.*"  # the standard library and the C library

# box: (own boxes it may include, libraries it may include)
BOXES = {
    "domain": ([], [r"tl/expected\.hpp"]),
    "devices/scales": (["domain"], [r"libserialport\.h", r"libusb.*", r"re2/.*", r"fmt/.*"]),
    "devices/printing": (["domain"], [r"cairo.*", r"pango/.*", r"zint\.h", r"cups/.*", r"fmt/.*"]),
    "sync/journal": (["domain"], [r"SQLiteCpp/.*", r"sqlite3\.h", r"nlohmann/.*", r"zlib\.h", r"fmt/.*"]),
    "sync/server": (["domain"], [r"libxml/.*", r"zlib\.h", r"xlsxwriter\.h", r"curl/curl\.h", r"nlohmann/.*",
                                 r"boost/multiprecision/.*", r"fmt/.*"]),
    "kiosk/ui": (["domain"], [r"imgui.*", r"boost/locale.*", r"fmt/.*", r"ft2build\.h"]),
    "kiosk/screens": (["domain", "kiosk/ui"], [r"fmt/.*"]),
    "kiosk": (["domain", "devices/scales", "devices/printing", "sync/journal", "sync/server",
               "kiosk/ui", "kiosk/screens"],
              [r"CLI/.*", r"toml\+\+/.*", r"spdlog/.*", r"nlohmann/.*", r"fmt/.*", r"GLFW/.*",
               r"GL/.*", r"EGL/.*", r"GLES3/.*", r"imgui\.h", r"backends/imgui_impl.*",
               r"stb/stb_image_write\.h", r"alsa/.*"]),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
C_LIBRARY = re.compile(r"(unistd|fcntl|poll|termios|pwd|errno|signal|dirent|time|stdlib)\.h$")


def box_of(path):
    return max((b for b in BOXES if path == b or path.startswith(b + "/")), key=len, default=None)


def fault(path, line):
    """What is wrong with this line of this file, or None."""
    found = INCLUDE.match(line)
    box = box_of(path)
    if not found or box is None:
        return None
    quote, name = found.groups()
    own, libraries = BOXES[box]
    if quote == '"':
        target = box_of(name)
        if target is None:
            return None if name.endswith(".hpp") and "/" in name and not name.startswith(
                ("domain", "devices", "sync", "kiosk")) else f"{name} is in no box"
        return None if target == box or target in own else f"{box} may not include {target}"
    if re.fullmatch(SYSTEM, name) or C_LIBRARY.search(name):
        return None
    return None if any(re.fullmatch(p, name) for p in libraries) else f"{box} may not include <{name}>"


def self_test():
    wrong = [("domain/a.hpp", '#include <nlohmann/json.hpp>'),
             ("domain/a.hpp", '#include "sync/journal/journal.hpp"'),
             ("devices/scales/a.cpp", '#include "devices/printing/label.hpp"'),
             ("kiosk/ui/a.cpp", '#include "kiosk/screens/desk.hpp"'),
             ("kiosk/screens/m/a.cpp", '#include <imgui.h>'),
             ("kiosk/screens/m/a.cpp", '#include "kiosk/app/app.hpp"'),
             ("sync/server/a.cpp", '  #  include "kiosk/config.hpp"')]
    right = [("domain/a.cpp", '#include <vector>'), ("domain/a.cpp", '#include <tl/expected.hpp>'),
             ("kiosk/app/a.cpp", '#include "sync/journal/journal.hpp"'),
             ("kiosk/screens/m/a.cpp", '#include "kiosk/ui/ui.hpp"'),
             ("sync/journal/a.cpp", '#include <sys/file.h>')]
    assert all(fault(*case) for case in wrong), "the check cannot fail"
    assert not any(fault(*case) for case in right), "the check refuses what is allowed"


def main():
    self_test()
    faults, files = [], 0
    for top in ("domain", "devices", "sync", "kiosk"):
        for path in sorted((TOP / top).rglob("*")):
            if path.suffix not in (".hpp", ".cpp", ".h", ".c"):
                continue
            files += 1
            name = path.relative_to(TOP).as_posix()
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                what = fault(name, line)
                if what:
                    faults.append(f"{name}:{number}: {what}")
    print("\n".join(faults) or f"{files} files keep to their boxes")
    return 1 if faults or files < 10 else 0


sys.exit(main())
