"""`day import` from outside: recorded pages give their database's figures, a bad page changes nothing."""
import csv
import gzip
import io
import os
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal

ROMAINE = sys.argv[1]
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "foodsoft")
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print("failed:", what)


def recorded(name):
    with gzip.open(os.path.join(DATA, name + ".gz")) as file:
        return file.read()


def romaine(data, *args):
    return subprocess.run([ROMAINE, "--data", data, *args], capture_output=True, timeout=120)


def write(folder, name, body):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(body)


def number(text):
    return None if text in ("", "NULL", None) else Decimal(text)


def matrix(data):
    return romaine(data, "day", "matrix", "--csv").stdout.decode()


def compare(version, pages, truth, text_results, root):
    data, folder = os.path.join(root, "data"), os.path.join(root, "pages")
    os.mkdir(folder)
    for i, page in enumerate(pages):
        write(folder, f"page {i}.html", recorded(f"{version}/{page}.html"))
    what = f"{version} {pages[0]}"
    run = romaine(data, "day", "import", folder)
    check(run.returncode == 0, f"{what}: exit {run.returncode} {run.stderr.decode()}")
    got = {row["cell_id"]: row for row in csv.DictReader(io.StringIO(matrix(data)))}
    want = list(csv.DictReader(io.StringIO(recorded(f"{version}/{truth}.tsv").decode()), delimiter="\t"))
    check(len(got) == len(want), f"{what}: {len(got)} rows, {len(want)} in the database")
    for row in want:
        cell = got.get(row["goa_id"], {})
        unit = row.get("group_order_unit") or " ".join(row["unit"].split())
        for column, value in (("ordergroup", row["ordergroup"]), ("article", row["article"]), ("unit", unit),
                              ("order_article_id", row["order_article_id"]), ("given", ""),
                              ("group_order_id", row["group_order_id"])):
            check(cell.get(column) == value, f"{what} cell {row['goa_id']} {column}: {cell.get(column)!r}, not {value!r}")
        for column, value in (("asked", row["quantity"]), ("tolerance", row["tolerance"]), ("base", row["result"])):
            mine, theirs = number(cell.get(column)), number(value)
            rounded = column == "base" and text_results and mine is not None and abs(mine - theirs) <= Decimal("0.005")
            check(mine == theirs or rounded, f"{what} cell {row['goa_id']} {column}: {mine}, not {theirs}")
    status = romaine(data, "day", "status", "--json").stdout.decode()
    check(('"base_exact":false' in status.replace(" ", "")) == text_results, f"{what}: base_exact in {status}")
    return data, folder


def bad_pages(version, data, root):
    before = matrix(data)
    good = recorded(f"{version}/groups.finished.finance.fr.html")
    cases = {
        "login": recorded(f"{version}/login.en.html"),
        "default": recorded(f"{version}/order-default.en.html"),
        "empty": b"",
        "cut": good[: len(good) // 3],
        "deep": b"<html><body>" + b"<div>" * 100_000 + good,
        "unclosed": good.replace(b"<tbody", b"<td>" * 100_000 + b"<tbody", 1),
        "wrong price": good.replace(b"data-value='7.76'", b"data-value='7.77'", 1),
        "bomb": gzip.compress(b"<html>" + b"<p>x</p>" * 10_000_000, 1),
    }
    for name, body in cases.items():
        folder = os.path.join(root, name)
        os.mkdir(folder)
        write(folder, "articles.html", recorded(f"{version}/articles.finished.finance.en.html"))
        write(folder, "receive.html", recorded(f"{version}/receive.finished.finance.fr.html"))
        write(folder, "groups.html.gz" if name == "bomb" else "groups.html", body)
        run = romaine(data, "day", "import", folder)
        said = run.stderr.decode()
        check(run.returncode == 1, f"{version} {name}: exit {run.returncode}")
        check("groups.html" in said and len(said.splitlines()) <= 3, f"{version} {name}: {said}")
        check(matrix(data) == before, f"{version} {name}: the day changed")


def main():
    root = tempfile.mkdtemp(prefix="romaine-import-")
    try:
        for version in ("4.9.2", "5.0.0-rc1"):
            at = os.path.join(root, version)
            os.mkdir(at)
            for sub in "abc":
                os.mkdir(os.path.join(at, sub))
            data, _ = compare(version, ["groups.finished.finance.fr", "articles.finished.finance.en",
                                        "receive.finished.finance.fr"], "truth.finished", False, os.path.join(at, "a"))
            compare(version, ["groups.finished.pickups.fr", "receive.finished.pickups.en"], "truth.finished", True,
                    os.path.join(at, "b"))
            compare(version, ["big.groups.finished.finance.en", "big.receive.finished.finance.en"],
                    "truth.big.finished", False, os.path.join(at, "c"))
            bad_pages(version, data, at)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    print(f"{len(failures)} failures")
    sys.exit(bool(failures))


main()
