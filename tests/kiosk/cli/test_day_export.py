"""`day export` from outside: recorded orders of both Foodsoft versions, recorded figures, and the
files read back by other programs. What they must hold is worked out here anew, from the matrix
before anything was recorded and from the lines that were recorded.
"""
import csv
import gzip
import json
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from decimal import ROUND_HALF_UP, Decimal

import openpyxl

ROMAINE = sys.argv.pop(1)
PAGES = pathlib.Path(__file__).resolve().parents[2] / "data" / "foodsoft"
MARKUP = 2  # of the recorded server, in percent
FILES = ["comment.txt", "matrix.pdf", "order.xlsx", "results.csv", "shortfalls.csv", "treasurer.pdf"]


def romaine(data, *arguments, lines=None):
    return subprocess.run(
        [ROMAINE, "--data", str(data), *map(str, arguments)],
        input=lines, capture_output=True, text=True, timeout=120)


def rows_of(text):
    return list(csv.DictReader(text.splitlines(keepends=True), strict=True))


def squeezed(text):
    return re.sub(r"\s", "", text)


def pdf_text(path):
    shown = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return squeezed(shown.stdout.decode())


class Export(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        self.data = self.root / "data"

    def ok(self, *arguments, lines=None):
        result = romaine(self.data, *arguments, lines=lines)
        self.assertEqual(result.returncode, 0, result.stderr + result.stdout)
        return result.stdout

    def load(self, version):
        pages = self.root / "pages"
        pages.mkdir(exist_ok=True)
        for name in ("groups.finished.finance.en.html.gz", "receive.finished.finance.en.html.gz"):
            (pages / name).write_bytes((PAGES / version / name).read_bytes())
        self.ok("day", "import", pages)
        return rows_of(self.ok("day", "matrix", "--csv"))

    def record(self, *lines):
        out = self.ok("day", "record", lines="".join(json.dumps(line) + "\n" for line in lines))
        return [json.loads(line)["seq"] for line in out.splitlines()]

    def order(self, out):
        [folder] = out.glob("order-*")
        self.assertEqual(sorted(p.name for p in folder.iterdir()), FILES)
        return folder

    def spoil(self, cells):
        """Records of everything: good, begun, short, absent, over, undone. Gives what each cell got."""
        kilos = [c for c in cells if c["unit"] in ("1 kg", "KGM") and Decimal(c["base"]) >= 1]
        counted = [c for c in cells if c["unit"] == "botte" and Decimal(c["base"]) >= 2]
        nothing = [c for c in cells if c["base"] == "0"]
        good, begun, short, absent, over = kilos[:5]
        weigh = lambda c, kg: {"kind": "weighed", "cell": int(c["cell_id"]), "net": f"{kg} kg"}
        lack = lambda c, cause: {"kind": "shortfall", "cell": int(c["cell_id"]), "cause": cause}
        part = lambda c, share: (Decimal(c["base"]) * Decimal(share)).quantize(Decimal("0.001"))
        got = {
            good["cell_id"]: (part(good, "1.013"), ""),
            begun["cell_id"]: (part(begun, "0.4"), ""),
            short["cell_id"]: (part(short, "0.731"), "other:tombé, \"écrasé\""),
            absent["cell_id"]: (Decimal(0), "not_delivered"),
            over["cell_id"]: (part(over, "1.3"), ""),
            counted[0]["cell_id"]: (Decimal(counted[0]["base"]) - 1, "damaged"),
            nothing[0]["cell_id"]: (Decimal(2), ""),
        }
        half = (got[good["cell_id"]][0] / 2).quantize(Decimal("0.001"))
        self.record(
            weigh(good, half), weigh(good, got[good["cell_id"]][0] - half),
            weigh(begun, got[begun["cell_id"]][0]),
            weigh(short, got[short["cell_id"]][0]), lack(short, got[short["cell_id"]][1]),
            lack(absent, "not_delivered"), weigh(over, got[over["cell_id"]][0]),
            {"kind": "counted", "cell": int(counted[0]["cell_id"]),
             "pieces": str(Decimal(counted[0]["base"]) - 1)},
            lack(counted[0], "damaged"), lack(nothing[1], "damaged"),
            {"kind": "counted", "cell": int(nothing[0]["cell_id"]), "pieces": "2"})
        got[nothing[1]["cell_id"]] = (Decimal(0), "damaged")
        [mistake] = self.record(weigh(kilos[5], "0.123"))
        self.record({"kind": "undo", "seq": mistake})
        return got

    def check_results(self, folder, cells, got):
        rows = rows_of((folder / "results.csv").read_text(encoding="utf-8"))
        self.assertEqual(list(rows[0]), "order_id,cell_id,group_order_id,order_article_id,ordergroup,"
                         "article,unit,asked,base,result,changed,cause".split(","))
        key = lambda r: (int(r["group_order_id"]), int(r["cell_id"]))
        self.assertEqual([key(r) for r in rows], sorted(key(c) for c in cells))
        before = {c["cell_id"]: c for c in cells}
        for row in rows:
            cell = before[row["cell_id"]]
            for same in ("order_id", "group_order_id", "order_article_id", "ordergroup", "article",
                         "unit", "asked", "base"):
                self.assertEqual(row[same], cell[same])
            result, cause = got.get(row["cell_id"], (None, ""))
            self.assertEqual(row["result"] == "", result is None, row)
            if result is not None:
                self.assertEqual(Decimal(row["result"]), result, row)
            changed = result is not None and (cell["base"] == "" or result != Decimal(cell["base"]))
            self.assertEqual(row["changed"], "1" if changed else "0", row)
            self.assertEqual(row["cause"], cause)
        return rows

    def check_shortfalls(self, folder, cells, got):
        before = {c["cell_id"]: c for c in cells}
        due = {i: g for i, g in got.items() if g[1] and Decimal(before[i]["base"]) > 0}
        rows = rows_of((folder / "shortfalls.csv").read_text(encoding="utf-8"))
        self.assertEqual({r["cell_id"] for r in rows}, set(due))
        for row in rows:
            target, given = Decimal(before[row["cell_id"]]["base"]), due[row["cell_id"]][0]
            self.assertEqual(Decimal(row["target"]), target)
            self.assertEqual(Decimal(row["given"]), given)
            self.assertEqual(Decimal(row["missing"]), target - given)
            self.assertRegex(row["amount"], r"^\d+\.\d\d$")
            self.assertEqual(row["cause"], due[row["cell_id"]][1])
            self.assertTrue(row["producer"])
        return rows

    def check_comment(self, folder, shortfalls, language):
        text = (folder / "comment.txt").read_text(encoding="utf-8")
        lines = text.splitlines()
        self.assertRegex(lines[-1], r"^\[romaine:\d+-[0-9a-f]{8}\]$")
        absent = {"fr": "absent : ", "en": "absent: ", "de": "fehlt: "}[language]
        mark = "." if language == "en" else ","
        for row in shortfalls:
            [line] = [l for l in lines if l.startswith(row["article"]) and row["ordergroup"] in l]
            if Decimal(row["given"]) == 0:
                self.assertIn(absent, line)
                self.assertGreater(line.index(row["ordergroup"]), line.index(absent))
            elif row["unit"] in ("1 kg", "KGM"):
                kilos = [f"{Decimal(row[k]):.3f}".replace(".", mark) for k in ("target", "given")]
                grams = f"(\u2212{int(Decimal(row['missing']) * 1000)} g, "
                self.assertIn(f"{row['ordergroup']} {kilos[0]} \u2192 {kilos[1]} kg {grams}", line)
            self.assertIn(row["amount"].replace(".", mark), line)
        return lines

    def check_workbook(self, folder, rows):
        book = openpyxl.load_workbook(folder / "order.xlsx")
        sheet = book.worksheets[0]
        found = {}
        for line in sheet.iter_rows(min_row=2):
            self.assertNotIn("f", [cell.data_type for cell in line])
            found[(line[0].value, line[1].value)] = line
        self.assertEqual(len(found), len(rows))
        for row in rows:
            line = found[(row["ordergroup"], row["article"])]
            self.assertEqual(line[5].value is None, row["result"] == "")
            if row["result"]:
                self.assertEqual(line[5].data_type, "n")
                self.assertEqual(Decimal(repr(float(line[5].value))), Decimal(row["result"]))

    def check_papers(self, folder, rows, shortfalls):
        treasurer, matrix = pdf_text(folder / "treasurer.pdf"), pdf_text(folder / "matrix.pdf")
        for row in rows:
            for text in (treasurer, matrix):
                self.assertIn(squeezed(row["article"]), text)
                self.assertIn(squeezed(row["ordergroup"]), text)
            if row["result"]:
                self.assertIn(row["result"].replace(".", ","), matrix)
        for row in shortfalls:
            for amount in (row["given"], row["missing"], row["amount"]):
                self.assertIn(amount.replace(".", ","), treasurer)
        self.assertIn(squeezed("tombé, \"écrasé\""), treasurer)

    def test_both_versions(self):
        for version in ("4.9.2", "5.0.0-rc1"):
            with self.subTest(version):
                self.data = self.root / version
                cells = self.load(version)
                got = self.spoil(cells)
                out = self.root / ("out " + version)
                printed = self.ok("day", "export", out)
                folder = self.order(out)
                self.assertEqual(len(printed.splitlines()), len(FILES) + 1)
                rows = self.check_results(folder, cells, got)
                shortfalls = self.check_shortfalls(folder, cells, got)
                self.check_comment(folder, shortfalls, "fr")
                self.check_workbook(folder, rows)
                self.check_papers(folder, rows, shortfalls)
                self.assertEqual((out / "journal.jsonl").read_text(encoding="utf-8"),
                                 self.ok("journal", "show", "--json"))

    def test_again_and_in_other_languages(self):
        cells = self.load("4.9.2")
        out = self.root / "out"
        self.ok("day", "export", out)
        folder = self.order(out)
        self.assertEqual(len((folder / "comment.txt").read_text().splitlines()), 1)
        first = self.check_comment(folder, [], "fr")[-1]
        got = self.spoil(cells)
        for language in ("en", "de", "fr"):
            self.ok("day", "export", out, "--lang", language)
            rows = self.check_results(folder, cells, got)
            shortfalls = self.check_shortfalls(folder, cells, got)
            self.assertEqual(self.check_comment(folder, shortfalls, language)[-1], first)
        self.assertEqual(sorted(p.name for p in out.iterdir()), ["journal.jsonl", folder.name])
        self.ok("day", "new")
        self.load("4.9.2")
        self.ok("day", "export", out)
        self.assertNotEqual(self.check_comment(folder, [], "fr")[-1], first)
        self.ok("day", "export", out, "--day", "1")
        self.assertEqual(self.check_comment(folder, shortfalls, "fr")[-1], first)
        self.assertEqual(self.check_results(folder, cells, got), rows)

    def test_amounts_are_missing_times_the_price(self):
        cells = self.load("4.9.2")
        with gzip.open(PAGES / "4.9.2/truth.finished.tsv.gz", "rt", encoding="utf-8") as truth:
            prices = {row["goa_id"]: row for row in csv.DictReader(truth, delimiter="\t")}
        self.spoil(cells)
        self.ok("day", "export", self.root / "out")
        folder = self.order(self.root / "out")
        rows = rows_of((folder / "shortfalls.csv").read_text(encoding="utf-8"))
        self.assertEqual(len(rows), 3)
        cent = Decimal("0.01")
        for row in rows:
            part = prices[row["cell_id"]]
            gross = ((Decimal(part["net_price"]) + Decimal(part["deposit"]))
                     * (1 + Decimal(part["tax"]) / 100)).quantize(cent, ROUND_HALF_UP)
            price = (gross * (100 + MARKUP) / 100).quantize(cent, ROUND_HALF_UP)
            amount = (Decimal(row["missing"]) * price).quantize(cent, ROUND_HALF_UP)
            self.assertEqual(Decimal(row["amount"]), amount, row)

    def test_refusals_are_one_sentence(self):
        result = romaine(self.data, "day", "export", self.root / "out")
        self.assertEqual(result.returncode, 1)
        self.assertFalse((self.root / "out").exists())
        self.load("4.9.2")
        (self.root / "file").write_text("mine")
        result = romaine(self.data, "day", "export", self.root / "file" / "out")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(len(result.stderr.strip().splitlines()), 1, result.stderr)
        self.assertIn("file", result.stderr)
        self.assertEqual((self.root / "file").read_text(), "mine")
        self.assertEqual(romaine(self.data, "day", "export").returncode, 2)

    def test_killed_in_the_middle_leaves_whole_files(self):
        self.load("4.9.2")
        out = self.root / "out"
        self.ok("day", "export", out)
        whole = {p: p.read_bytes() for p in out.rglob("*.csv")}
        for wait in range(12):
            child = subprocess.Popen([ROMAINE, "--data", str(self.data), "day", "export", str(out)],
                                     stdout=subprocess.DEVNULL)
            time.sleep(0.02 * wait)
            child.send_signal(signal.SIGKILL)
            child.wait()
            for path, data in whole.items():
                self.assertEqual(path.read_bytes(), data)
            openpyxl.load_workbook(next(out.rglob("order.xlsx")))
            pdf_text(next(out.rglob("treasurer.pdf")))
            for line in (out / "journal.jsonl").read_text().splitlines():
                json.loads(line)
        self.ok("day", "export", out)
        self.order(out)


if __name__ == "__main__":
    unittest.main()
