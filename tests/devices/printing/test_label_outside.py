"""The label commands from outside: size, number read back, ink in its place, refusals."""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "support"))
import png  # noqa: E402

ROMAINE = os.path.abspath(sys.argv[1])
BARS = {203: (177, 462), 300: (306, 686)}
MODULE = {203: 3, 300: 4}
PAPER_ROW = 19  # mm from the top: a row through the bars


def check_digit(twelve):
    return str(-sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(twelve)) % 10)


def ean(serial, station=0):
    twelve = "290%d%08d" % (station, serial)
    return twelve + check_digit(twelve)


FIELDS = {"ordergroup": "Les Mirabelles", "crate": "14", "article": "Carottes", "origin": "France",
          "net": "1.234 kg", "unit_price": "2,40 €/kg", "amount": "3,03 €",
          "producer": "Ferme des Aulnes", "date": "2026-11-28", "bag": ean(123456)}


class Label(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def bytes_of(self, path):
        with open(path, "rb") as file:
            return file.read()

    def run_label(self, *words):
        return subprocess.run([ROMAINE, "label", *words], capture_output=True, timeout=60)

    def render(self, fields, out, *more):
        if isinstance(fields, bytes):
            data = fields
        else:
            data = json.dumps(fields, ensure_ascii=False).encode()
        with open(self.path("fields.json"), "wb") as file:
            file.write(data)
        return self.run_label("render", "--template", "bag", "--data", self.path("fields.json"),
                              *more, "-o", out)

    def draw(self, fields, name, dpi):
        out = self.path(name)
        done = self.render(fields, out, "--dpi", str(dpi))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout + done.stderr, b"")
        return out

    def raster(self, pdf, dpi, *how):
        kind = how or ("-png",)
        subprocess.run(["pdftoppm", "-r", str(dpi), *kind, "-singlefile", pdf, pdf], check=True)
        return pdf + (".pbm" if how else ".png")

    def scan(self, picture):
        done = subprocess.run(["zbarimg", "--nodbus", "-q", "--raw", picture], capture_output=True,
                              text=True)
        return done.stdout.split()

    def refused(self, done, out):
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(done.stdout, b"")
        sentence = done.stderr.decode()
        self.assertRegex(sentence, r"^romaine: .+\n$")
        self.assertEqual(sentence.count("\n"), 1)
        self.assertFalse(os.path.lexists(out))
        self.assertEqual([f for f in os.listdir(self.folder.name) if f != "fields.json"], [])


class Rendering(Label):
    def test_the_page_is_62_by_29_mm(self):
        for dpi in (203, 300):
            pdf = self.draw(FIELDS, "label.pdf", dpi)
            info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
            width, height = re.search(r"Page size: +([\d.]+) x ([\d.]+) pts", info).groups()
            self.assertAlmostEqual(float(width) * 25.4 / 72, 62.0, delta=0.01)
            self.assertAlmostEqual(float(height) * 25.4 / 72, 29.0, delta=0.01)
            self.assertRegex(info, r"Pages: +1\n")
            fonts = subprocess.run(["pdffonts", pdf], capture_output=True, text=True).stdout
            for line in fonts.splitlines()[2:]:
                self.assertRegex(line, r"Inter-.* yes yes ", "a font is not embedded")

    def test_the_number_is_read_back_at_both_resolutions(self):
        for serial in (1, 9, 12345, 123456, 28_512_345, 70_000_001, 99_999_999):
            fields = dict(FIELDS, bag=ean(serial, serial % 10))
            for dpi in (203, 300):
                pdf = self.draw(fields, "label.pdf", dpi)
                pictures = [self.draw(fields, "label.png", dpi), self.raster(pdf, dpi),
                            self.raster(pdf, dpi, "-mono")]
                for picture in pictures:
                    self.assertEqual(self.scan(picture), [fields["bag"]], (dpi, picture))

    def test_bars_are_whole_dots(self):
        for dpi, (left, right) in BARS.items():
            pdf = self.draw(FIELDS, "label.pdf", dpi)
            for picture in (self.draw(FIELDS, "label.png", dpi), self.raster(pdf, dpi)):
                _, _, rows = png.read(picture)
                row = rows[round(PAPER_ROW * dpi / 25.4)]
                module = MODULE[dpi]
                ink = [value < 128 for value in row]
                self.assertFalse(any(ink[left - 11 * module:left]), "quiet zone at the left")
                self.assertFalse(any(ink[right:right + 7 * module]), "quiet zone at the right")
                self.assertTrue(ink[left] and ink[right - 1])
                start = left
                for x in range(left + 1, right + 1):
                    if x == right or ink[x] != ink[start]:
                        self.assertEqual((x - start) % module, 0, (dpi, picture, start, x))
                        start = x

    def test_png_bars_have_no_grey(self):
        for dpi, (left, right) in BARS.items():
            _, _, rows = png.read(self.draw(FIELDS, "label.png", dpi))
            for mm in range(16, 23):
                row = rows[round(mm * dpi / 25.4)][left:right]
                self.assertLessEqual(set(row), {0, 255})

    def test_all_ink_is_where_a_head_prints(self):
        long = {key: ("Œufs d'Île " * 20)[:200] for key in FIELDS if key != "bag"}
        unbroken = {key: "W" * 200 for key in FIELDS if key != "bag"}
        tall = {key: "ÉÀÇgjpq" for key in FIELDS if key != "bag"}
        for texts in ({}, long, unbroken, tall):
            fields = dict(FIELDS, **texts)
            for dpi in (203, 300):
                picture = self.draw(fields, "label.png", dpi)
                width, height, rows = png.read(picture)
                self.assertEqual((width, height), (round(62 * dpi / 25.4), round(29 * dpi / 25.4)))
                dots = [(x, y) for y, row in enumerate(rows) for x, v in enumerate(row) if v < 255]
                self.assertGreaterEqual(min(x for x, _ in dots), int(1.55 * dpi / 25.4))
                self.assertLessEqual(max(x for x, _ in dots), int(60.45 * dpi / 25.4))
                self.assertGreaterEqual(min(y for _, y in dots), int(3.05 * dpi / 25.4))
                self.assertLessEqual(max(y for _, y in dots), int(25.95 * dpi / 25.4))
                left, right = BARS[dpi]
                top, bottom = int(15.2 * dpi / 25.4), int(23.0 * dpi / 25.4)
                quiet = [(x, y) for x, y in dots if top <= y <= bottom and (
                    left - 11 * MODULE[dpi] < x < left or x >= right)]
                self.assertEqual(quiet, [])
                self.assertEqual(self.scan(picture), [fields["bag"]])

    def test_texts_print_as_given(self):
        fields = dict(FIELDS, ordergroup="Ruche d'Ézanville", article="Cœurs de bœuf, Œufs à 5 %",
                      net="1,262 kg net", origin="Île-de-France", producer="Çà & Là")
        text = subprocess.run(["pdftotext", "-layout", self.draw(fields, "label.pdf", 300), "-"],
                              capture_output=True, text=True, check=True).stdout
        for key, value in fields.items():
            self.assertIn(value, text, key)

    def test_a_missing_key_leaves_its_box_empty(self):
        for key in FIELDS:
            fields = {k: v for k, v in FIELDS.items() if k != key}
            text = subprocess.run(["pdftotext", "-layout", self.draw(fields, "label.pdf", 203), "-"],
                                  capture_output=True, text=True, check=True).stdout
            for other, value in FIELDS.items():
                self.assertEqual(value in text, other != key, (key, other, text))
        self.draw({}, "empty.png", 203)
        _, _, rows = png.read(self.draw({k: v for k, v in FIELDS.items() if k != "bag"}, "nobag.png", 300))
        self.assertEqual(min(rows[round(PAPER_ROW * 300 / 25.4)][306:686]), 255)


class Refusals(Label):
    def test_what_is_no_field_file(self):
        cases = [b"", b"{", b"[]", b"7", b'{"article":7}', b'{"article":null}', b'{"article":["a"]}',
                 b'{"article":{"article":"a"}}', b'{"colour":"red"}', b'{"article":"\xff"}',
                 b'{"article":"a","article":"b"}', b'{"article":"a"} {}', b'{"Article":"a"}',
                 json.dumps(dict(FIELDS, bag=ean(5)[:-1] + "x")).encode(),
                 json.dumps(dict(FIELDS, bag=ean(5)[:-1])).encode(),
                 json.dumps(dict(FIELDS, bag="2900001234567")).encode()]
        for data in cases:
            for ending in ("pdf", "png"):
                with self.subTest(data=data):
                    out = self.path("label." + ending)
                    self.refused(self.render(data, out), out)

    def test_a_wrong_ending_template_or_file(self):
        for name in ("label", "label.PDF.txt", "label.zpl", ".pdf"):
            out = self.path(name)
            self.refused(self.render(FIELDS, out), out)
        out = self.path("label.pdf")
        self.render(FIELDS, self.path("label.txt"))
        fields = self.path("fields.json")
        self.refused(self.run_label("render", "--template", "sack", "--data", fields, "-o", out), out)
        self.refused(self.run_label("render", "--template", "bag", "--data", self.path("no.json"),
                                    "-o", out), out)
        self.refused(self.run_label("render", "--template", "bag", "--data", self.folder.name,
                                    "-o", out), out)
        self.assertEqual(self.run_label("fields", "sack").returncode, 1)

    def test_wrong_usage(self):
        for words in ([], ["render"], ["fields"], ["render", "--template", "bag"],
                      ["render", "--template", "bag", "--data", "f", "-o", "o.pdf", "--dpi", "600"]):
            self.assertEqual(self.run_label(*words).returncode, 2, words)

    def test_an_unwritable_place(self):
        out = self.path("no/such/folder/label.pdf")
        self.refused(self.render(FIELDS, out), out)
        done = self.render(FIELDS, "/proc/label.pdf")
        self.assertEqual(done.returncode, 1)

    def test_an_older_label_stays_where_the_new_one_is_refused(self):
        out = self.draw(FIELDS, "label.png", 203)
        before = self.bytes_of(out)
        self.assertEqual(self.render(dict(FIELDS, bag="1"), out).returncode, 1)
        self.assertEqual(self.bytes_of(out), before)

    def test_a_full_disk_leaves_no_half_file(self):
        out = self.path("label.pdf")
        with open(self.path("fields.json"), "w") as file:
            json.dump(FIELDS, file)
        # A limit on the size of files stands for the disk's end; SIGXFSZ ignored, write gives EFBIG.
        done = subprocess.run(
            ["sh", "-c", "ulimit -f 8; trap '' XFSZ; exec \"$@\"", "sh", ROMAINE, "label", "render",
             "--template", "bag", "--data", self.path("fields.json"), "-o", out],
            capture_output=True, timeout=60)
        self.refused(done, out)


class Listing(Label):
    def test_templates_and_fields(self):
        self.assertEqual(self.run_label("templates").stdout, b"bag\n")
        line = json.loads(self.run_label("templates", "--json").stdout)
        self.assertEqual((line["id"], line["media"], line["barcode"]),
                         ("bag", {"width": 62, "height": 29}, {"field": "bag"}))
        keys = self.run_label("fields", "bag").stdout.decode().split()
        self.assertEqual(keys, "ordergroup crate article origin net unit_price amount producer date"
                               " bag".split())
        self.assertEqual([f["name"] for f in line["fields"]], keys)
        self.assertEqual({f["type"] for f in line["fields"]}, {"text"})

    def test_the_example_renders(self):
        example = self.run_label("fields", "bag", "--example").stdout
        fields = json.loads(example)
        self.assertEqual(set(fields), set(FIELDS))
        self.assertRegex(fields["date"], r"^\d{4}-\d\d-\d\d$")
        done = self.render(example, self.path("label.png"), "--dpi", "203")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(self.scan(self.path("label.png")), [fields["bag"]])

    def test_the_folder_of_the_journal_stands_before_the_command(self):
        self.draw(FIELDS, "label.pdf", 203)
        done = subprocess.run([ROMAINE, "--data", self.path("journal"), "label", "render",
                               "--template", "bag", "--data", self.path("fields.json"), "-o",
                               self.path("other.pdf")], capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse(os.path.exists(self.path("journal")))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
