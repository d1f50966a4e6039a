"""`day push` from outside: what it prints, its exit codes, choices, one push at a time, status and
export, on both versions of the fake server."""
import csv
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "support"))

from fake_foodsoft import VERSIONS, FakeFoodsoft, program_beside
from push_evening import HURRY, configured


def lines(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


class Table:
    """A pulled order with its cells, and what is done to them."""

    def __init__(self, program, fake, order):
        self.romaine, self.fake, self.order = configured(program, fake), fake, order
        self.romaine.out("day", "pull", "--order", order)
        self.rows = self.romaine.matrix()

    def cell(self, number):
        return int(self.rows[number]["cell_id"])

    def count(self, number, pieces):
        self.romaine.record({"kind": "counted", "cell": self.cell(number), "pieces": pieces}, ok=True)

    def push(self, *args):
        return self.romaine.run("day", "push", "--json", "--hurry", HURRY, "--open", *args)

    def result(self, number):
        return float(self.fake.state()["cells"][str(self.cell(number))]["effective"])


def plan_then_push_then_nothing(table):
    table.count(0, "0.813")
    table.count(1, "2.999")
    done = table.push("--dry-run")
    assert done.returncode == 0, done.stderr
    planned = lines(done)
    cells = [step for step in planned if step["step"] == "cell"]
    assert [step["after"] for step in cells] == ["0.813", "2.999"], planned
    assert all("outcome" not in step and step["ordergroup"] and step["article"] for step in planned if
               step["step"] == "cell"), planned
    assert planned[-1]["step"] == "comment"
    assert not table.fake.state()["comments"]
    done = table.push()
    assert done.returncode == 0, done.stderr
    said = lines(done)
    assert {step["outcome"] for step in said[:-1]} <= {"sent", "same"}, said
    last = said[-1]
    assert last["done"] is True and last["orders"][0]["verified"] is True, last
    assert last["orders"][0]["sent"] == 2 and last["orders"][0]["untouched"] == len(table.rows) - 2
    assert "nobody weighed" in done.stderr.decode()
    assert table.result(0) == 0.813 and table.result(1) == 2.999
    writes = [w for w in table.fake.writes() if "sessions" not in w["path"]]
    again = table.push()
    assert again.returncode == 0 and lines(again)[-1]["orders"][0]["sent"] == 0
    assert lines(again)[-1]["orders"][0]["same"] == 2
    assert [w for w in table.fake.writes() if "sessions" not in w["path"]] == writes
    status = table.romaine.status()
    assert status["to_send"] == 0 and status["conflicts"] == 0 and status["pushed_at"]
    kinds = [entry["kind"] for entry in table.romaine.show()]
    assert "sending" in kinds and "pushed" in kinds
    mine = table.romaine.show("--cell", table.cell(0))
    assert [entry["kind"] for entry in mine] == ["counted", "sending", "pushed"], mine


def a_conflict_and_its_choice(table):
    table.count(2, "1.051")
    table.fake.do("set_cell", cell=table.cell(2), result="0.25")
    done = table.push()
    assert done.returncode == 1
    report = lines(done)[-1]["orders"][0]
    assert report["conflicts"] == 1 and report["verified"] is False, report
    assert table.result(2) == 0.25
    assert table.romaine.status()["conflicts"] == 1
    wrong = table.romaine.run("day", "push", "--cell", table.cell(0), "--take", "ours")
    assert wrong.returncode == 1 and b"no" in wrong.stderr.lower()
    table.romaine.out("day", "push", "--cell", table.cell(2), "--take", "ours")
    assert table.romaine.show()[-1]["take"] == "ours"
    assert table.push().returncode == 0
    assert table.result(2) == 1.051


def corrected_by_the_treasurer(table):
    table.fake.do("set_cell", cell=table.cell(0), result="0.5")
    done = table.push()
    assert done.returncode == 0, done.stderr
    assert "changed it on the server" in done.stderr.decode()
    assert table.result(0) == 0.5
    folder = os.path.join(table.romaine.folder, "key")
    table.romaine.out("day", "export", folder)
    here = os.path.join(folder, f"order-{table.order}")
    with open(os.path.join(here, "results.csv")) as file:
        row = next(r for r in csv.DictReader(file) if r["cell_id"] == str(table.cell(0)))
    assert row["result"] == "0.5" and row["changed"] == "1", row
    given = next(r for r in table.romaine.matrix() if r["cell_id"] == str(table.cell(0)))["given"]
    assert given == "0.813"
    text = subprocess.run(["pdftotext", "-layout", os.path.join(here, "receipt.pdf"), "-"],
                          capture_output=True, check=True).stdout.decode()
    assert "gardé comme sur le serveur" in text and "égal" in text, text


def settled_meanwhile(table):
    table.count(3, "1.234")
    table.fake.do("set_state", order=table.order, state="closed")
    writes = [w for w in table.fake.writes() if "sessions" not in w["path"]]
    done = table.push()
    assert done.returncode == 1
    order = lines(done)[-1]["orders"][0]
    assert order["refused"] == 1, order
    not_sent = [cell for group in order["settled"] for cell in group["not_sent"]]
    assert [cell["cell"] for cell in not_sent] == [table.cell(3)], order
    assert "To book by hand" in done.stderr.decode()
    table.fake.do("set_state", order=table.order, state="received")
    done = table.push()
    assert done.returncode == 1 and "open again" in done.stderr.decode(), done.stderr
    assert [w for w in table.fake.writes() if "sessions" not in w["path"]] == writes


def is_locked(file):
    """Looks without taking the lock, which would stand in the way of the push."""
    if not os.path.exists(file):
        return False
    inode = os.stat(file).st_ino
    with open("/proc/locks", encoding="ascii") as locks:
        return any("FLOCK" in lock and f":{inode} " in lock for lock in locks)


def one_push_at_a_time(table):
    table.fake.timing(page=400)
    first = subprocess.Popen(table.romaine.command("day", "push", "--open"), env=table.romaine.env,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    lock = os.path.join(table.romaine.data, "romaine.push.lock")
    while first.poll() is None and not is_locked(lock):
        time.sleep(0.02)
    second = table.push()
    assert second.returncode == 1 and b"Another push" in second.stderr, second.stderr
    first.wait(120)
    table.fake.timing(page=0)


def without_network(program):
    with FakeFoodsoft(program_beside(program), "4.9.2", "--articles", 2, "--groups", 2) as fake:
        table = Table(program, fake, fake.orders["main"])
        table.count(0, "0.5")
    try:
        planned = lines(table.push("--dry-run"))
        assert planned[0]["after"] == "0.5" and planned[0]["from"].startswith("20"), planned
        assert table.push().returncode == 1
    finally:
        table.romaine.close()


def main(program):
    for version in VERSIONS:
        with FakeFoodsoft(program_beside(program), version, "--articles", 3, "--groups", 3) as fake:
            table = Table(program, fake, fake.orders["main"])
            try:
                plan_then_push_then_nothing(table)
                a_conflict_and_its_choice(table)
                corrected_by_the_treasurer(table)
                one_push_at_a_time(table)
                settled_meanwhile(table)
            finally:
                table.romaine.close()
    without_network(program)


main(os.path.abspath(sys.argv[1]))
