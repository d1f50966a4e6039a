"""The recorded orders of both Foodsoft versions: imported, every cell played through the real screens
(mistakes, undo, short, absent, two bags, a dead scale), killed in the middle, started again,
exported. The exported figures are those of recount.py, which shares no code with Romaine."""
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from decimal import Decimal

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from recount import Outcome, plain, read_truth, results_of, weighed  # noqa: E402

ROMAINE = sys.argv[1]
DATA = pathlib.Path(__file__).resolve().parent.parent / "data/foodsoft"
WAYS = ["good", "two bags", "short", "absent", "over", "mistake", "typed", "good"]
SETTLE = "wait 1500 ms"


def romaine(*arguments, **more):
    return subprocess.run([ROMAINE, *map(str, arguments)], capture_output=True, text=True, **more)


def must(*arguments):
    done = romaine(*arguments)
    assert done.returncode == 0, f"{arguments}: exit {done.returncode}: {done.stderr[-400:]}"
    return done.stdout


def put(grams):
    return ["scale clear", "wait 800 ms", f"scale put {plain(Decimal(grams) / 1000)} kg", SETTLE]


def keys(text):
    return [f"tap pad.{'comma' if c == ',' else c}" for c in text]


def weigh(cell, way):
    """Lines that fill one weighed cell, and what it must come to."""
    aim = cell.target_grams
    if way == "two bags" and aim >= 100:
        first = aim * 2 // 5
        return (put(first) + ["tap weigh.short", "tap weigh.more"] + put(aim - first) + ["tap weigh.save"],
                Outcome(weighed(cell, aim), "", "weighed"))
    if way == "short" and aim >= 50:
        given = aim * 7 // 10
        return (put(given) + ["tap weigh.short", "tap short.damaged", "tap short.save"],
                Outcome(weighed(cell, given), "damaged", "short"))
    if way == "absent":
        return (["scale clear", "wait 800 ms", "tap weigh.short", "tap short.not_delivered", "tap short.save"],
                Outcome(Decimal(0), "not_delivered", "absent"))
    if way == "over" and aim >= 100:
        given = aim * 108 // 100
        return put(given) + ["tap weigh.save"], Outcome(weighed(cell, given), "", "over")
    if way == "mistake" and aim >= 100:
        wrong = aim * 103 // 100
        return (put(wrong) + ["tap weigh.save", "tap weigh.undo"] + put(aim) + ["tap weigh.save"],
                Outcome(weighed(cell, aim), "", "weighed"))
    if way == "typed":
        return (["scale clear", "scale fault silent", "wait 3000 ms", "tap weigh.pad"] + keys(str(aim))
                + ["tap pad.ok", "scale ok", "wait 500 ms"], Outcome(weighed(cell, aim), "", "weighed"))
    return put(aim) + ["tap weigh.save"], Outcome(weighed(cell, aim), "", "weighed")


def count(cell, way):
    number = int(cell.target)
    if cell.target != number:  # halves and thirds are typed
        text = plain(cell.target).replace(".", ",")
        return ["tap weigh.pad"] + keys(text) + ["tap pad.ok"], Outcome(cell.target, "", "counted")
    if way in ("short", "absent"):
        given = number - 1 if way == "short" else 0
        lines = ["tap count.plus"] * given + ["tap weigh.short", "tap short.short_delivery", "tap short.save"]
        return lines, Outcome(Decimal(given), "short_delivery", "short" if given else "absent")
    return ["tap count.plus"] * number + ["tap weigh.save"], Outcome(cell.target, "", "counted")


def to_cell(cell):
    return ["tap header.person", "tap header.overview", f"tap overview.order.{cell.order}",
            f"tap matrix.cell.{cell.cell}"]


def play(data, lines, key=None, wait=True):
    script = pathlib.Path(data) / "day.play"
    if key:
        lines = [f"key put {key}"] + lines
    script.write_text("\n".join(lines) + "\nquit\n", encoding="utf-8")
    command = [ROMAINE, "--data", data, "--play", str(script), "--headless", "--size", "1280x800",
               "--scale", "simulated", "--printer", f"folder:{data}/labels", "--person", "Rosa", "--lang", "fr"]
    if not wait:
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    done = subprocess.run(command, capture_output=True, text=True, timeout=500)
    assert done.returncode == 0, done.stderr[-600:] + "\n" + "\n".join(lines[:40])
    return done.stdout


def entries(data):
    return [json.loads(line) for line in must("--data", data, "journal", "show", "--json").splitlines()]


def standing(data):
    """Entries that are not undone, by cell."""
    rows = entries(data)
    undone = {row["undoes"] for row in rows if row["kind"] == "undo"}
    cells = {}
    for row in rows:
        if row["seq"] not in undone and row["kind"] in ("weighed", "counted", "shortfall"):
            cells.setdefault(row["cell"], []).append(row)
    return cells


def kill_in_the_middle(data, lines, last_cell, rnd):
    """Plays up to a cell and waits there; dies there by SIGKILL, with everything answered on disk."""
    process = play(data, lines + to_cell(last_cell) + ["wait 3600000 ms"] * 2000, wait=False)
    deadline = time.time() + 240
    seen = -1
    while time.time() < deadline and process.poll() is None:
        rows = len(entries(data))
        if rows == seen and rows > 0:
            break
        seen = rows
        time.sleep(1.0 + rnd.random())
    assert process.poll() is None, "the kiosk ended by itself: " + (process.stderr.read() or "")[-400:]
    process.send_signal(signal.SIGKILL)
    process.wait()


def one_version(version, files, truth, units, rnd):
    work = tempfile.mkdtemp(prefix="romaine-day-")
    try:
        pages, data, key = (os.path.join(work, n) for n in ("pages", "data", "key"))
        os.makedirs(pages), os.makedirs(key)
        for name in files:
            shutil.copy(DATA / version / name, pages)
        must("--data", data, "day", "import", pages)
        for text, mass in units:
            must("--data", data, "unit", "set", text, "--mass", mass)
        cells = [c for c in read_truth(DATA / version / truth) if c.target > 0]
        plan = []
        for index, cell in enumerate(cells):
            lines, outcome = (weigh if cell.grams else count)(cell, WAYS[index % len(WAYS)])
            plan.append((cell, to_cell(cell) + lines, outcome))
        half = len(plan) // 2
        kill_in_the_middle(data, [l for _, lines, _ in plan[:half] for l in lines], plan[half][0], rnd)
        assert set(standing(data)) == {c.cell for c, _, _ in plan[:half]}, "entries differ after the kill"
        back = play(data, [f"expect header.title {plan[half][0].article}", "targets"])
        assert "weigh.save" in back, "the restart does not land on the open cell"
        rest = [l for _, lines, _ in plan[half:] for l in lines]
        play(data, rest + ["tap header.person", "tap header.overview", "tap overview.end", "tap end.export"], key)
        compare(key, data, plan)
        must("--data", data, "journal", "check")
        print(f"{version}: {len(plan)} cells played and exported as recounted")
    finally:
        shutil.rmtree(work, ignore_errors=True)


def compare(key, data, plan):
    wrong = []
    by_order = {}
    for cell, _, outcome in plan:
        by_order.setdefault(cell.order, []).append((cell, outcome))
    for order, rows in by_order.items():
        exported = results_of(key, order)
        for cell, outcome in rows:
            row = exported[cell.cell]
            want = (plain(outcome.result), outcome.cause,
                    "1" if outcome.result != cell.target else "0")
            if (row["result"], row["cause"], row["changed"]) != want:
                wrong.append(f"{cell.article}, {cell.ordergroup}: {row['result']!r} {row['cause']!r} "
                             f"{row['changed']!r}, recounted {want}")
    import csv
    import io
    matrix = {int(r["cell_id"]): r for r in csv.DictReader(io.StringIO(must("--data", data, "day", "matrix", "--csv")))}
    for cell, _, outcome in plan:
        if matrix[cell.cell]["state"] != outcome.state:
            wrong.append(f"{cell.article}, {cell.ordergroup}: {matrix[cell.cell]['state']}, not {outcome.state}")
    labels = [n for n in os.listdir(os.path.join(data, "labels")) if n.endswith(".pdf")]
    bags = sum(len([e for e in es if e["kind"] != "shortfall"]) for es in standing(data).values())
    if len(labels) < bags:
        wrong.append(f"{bags} bags stand and only {len(labels)} labels came out")
    assert not wrong, "\n".join(wrong[:10])


def main():
    seed = int(os.environ.get("ROMAINE_SEED", random.SystemRandom().randrange(10**6)))
    print("seed", seed)
    rnd = random.Random(seed)
    pages = ["groups.finished.finance.fr.html.gz", "articles.finished.finance.en.html.gz",
             "receive.finished.finance.fr.html.gz"]
    one_version("4.9.2", pages, "truth.finished.tsv.gz", [("pièce ~1,5 kg", "1.5 kg")], rnd)
    one_version("5.0.0-rc1", pages, "truth.finished.tsv.gz", [], rnd)


main()
