"""Every text of the code stands in every catalogue: translated, not fuzzy, same placeholders."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[3]
LANGUAGES = ("fr", "de")  # English is the msgid itself; en.po only overrides
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def entries(po):
    """(msgid, plural) -> (list of translations, fuzzy), without the header."""
    found, key, field, fuzzy = {}, {}, None, False

    def close():
        if key.get("msgid"):
            texts = [v for k, v in sorted(key.items()) if k.startswith("msgstr")]
            identity = (key["msgid"], key.get("msgid_plural"))
            if identity in found:
                raise ValueError(f"doubled: {identity[0]}")
            found[identity] = (texts, fuzzy)

    for line in po.splitlines() + [""]:
        if line.startswith("#,") and "fuzzy" in line:
            fuzzy = True
        if line.startswith("#"):
            continue
        if not line.strip():
            close()
            key, fuzzy = {}, False
            continue
        name = line.split(" ", 1)[0]
        if name.startswith("msg"):
            field = name
            key[field] = ""
        key[field] += "".join(STRING.findall(line)).replace("\\n", "\n").replace('\\"', '"')
    return found


def used():
    files = sorted(str(f) for f in (TOP / "kiosk").rglob("*.cpp"))
    files += sorted(str(f) for f in (TOP / "kiosk").rglob("*.hpp"))
    with tempfile.NamedTemporaryFile("w") as listing:
        listing.write("\n".join(files))
        listing.flush()
        po = subprocess.run(
            ["xgettext", "--language=C++", "--from-code=UTF-8", "--keyword", "--keyword=tr:1",
             "--keyword=tr_n:1,2", "--keyword=msg:1", "--no-location", "--no-wrap",
             "--output=-", f"--files-from={listing.name}"],
            check=True, capture_output=True, encoding="utf-8",
            env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout
    return set(entries(po))


def placeholders(text):
    return sorted(set(re.findall(r"\{[1-9]\}", text)))


def faults(code, po, keys):
    found = []
    catalogue = entries(po)
    for identity in sorted(keys, key=str):
        msgid, plural = identity
        if identity not in catalogue:
            found.append(f"{code}.po lacks \"{msgid}\"")
            continue
        texts, fuzzy = catalogue[identity]
        if fuzzy:
            found.append(f"{code}.po: \"{msgid}\" is fuzzy")
        if len(texts) != (2 if plural else 1) or not all(texts):
            found.append(f"{code}.po: \"{msgid}\" is not translated")
        wanted = placeholders(plural or msgid)
        for text in texts:
            # a singular may say "one" instead of its number
            if placeholders(text) != wanted and not (plural and text == texts[0]):
                found.append(f"{code}.po: \"{msgid}\" has other placeholders")
    for identity in sorted(set(catalogue) - keys, key=str):
        found.append(f"{code}.po: nothing uses \"{identity[0]}\"")
    return found


def self_test():
    keys = {("Save", None), ("Add {1}", None), ("{1} bag", "{1} bags")}
    good = ('msgid "Save"\nmsgstr "Speichern"\n\nmsgid "Add {1}"\nmsgstr "{1} dazu"\n\n'
            'msgid "{1} bag"\nmsgid_plural "{1} bags"\nmsgstr[0] "ein Beutel"\nmsgstr[1] "{1} Beutel"\n')
    assert faults("xx", good, keys) == [], faults("xx", good, keys)
    for broken in (good.replace('"Speichern"', '""'), good.replace("{1} dazu", "dazu"),
                   good.replace('msgid "Save"', '#, fuzzy\nmsgid "Save"'),
                   good.replace('"Save"', '"Keep"'), good.replace("{1} Beutel", "{2} Beutel"),
                   good + '\nmsgid "Old"\nmsgstr "Alt"\n'):
        assert faults("xx", broken, keys), broken


def main():
    self_test()
    keys = used()
    assert len(keys) > 30, "xgettext found next to nothing"
    found = []
    for code in LANGUAGES:
        found += faults(code, (TOP / "assets" / "lang" / f"{code}.po").read_text(), keys)
    overrides = entries((TOP / "assets" / "lang" / "en.po").read_text())
    found += [f"en.po: nothing uses \"{k[0]}\"" for k in sorted(set(overrides) - keys, key=str)]
    print("\n".join(found) if found else f"{len(keys)} texts in every language")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
