"""`day record` and its neighbours from outside: answers, exit codes, two processes at once, a disk
that fills up."""
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import unittest
from decimal import Decimal

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "support"))
from romaine_day import Romaine  # noqa: E402

PROGRAM = sys.argv[1]


class Case(unittest.TestCase):
    def setUp(self):
        self.romaine = Romaine(PROGRAM)
        self.addCleanup(self.romaine.close)

    def with_order(self):
        self.assertEqual(self.romaine.import_pages().returncode, 0)
        self.rows = self.romaine.matrix()
        self.kilos = [int(r["cell_id"]) for r in self.rows if r["unit"] == "1 kg"]
        return self.romaine

    def refused(self, *args, stdin=b""):
        done = self.romaine.run(*args, stdin=stdin)
        self.assertEqual(done.returncode, 1, (args, done))
        self.assertEqual(done.stdout, b"")
        self.assertEqual(len(done.stderr.decode().splitlines()), 1, done.stderr)
        return done.stderr.decode()


class Refusals(Case):
    def test_a_folder_is_no_script_and_no_configuration(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertIn("cannot be read", self.refused("--config", folder, "day", "list"))
            self.assertIn("cannot be read", self.refused("--headless", "--play", folder))
            missing = os.path.join(folder, "none.toml")
            self.assertIn("cannot be read", self.refused("--config", missing, "day", "list"))

    def test_a_damaged_page_is_told_in_one_line(self):
        romaine = self.with_order()
        path = os.path.join(romaine.data, "romaine.sqlite")
        with open(path, "rb") as file:
            whole = file.read()
        middle = len(whole) // 2 // 4096 * 4096
        page = bytes(255 - byte for byte in whole[middle:middle + 4096])
        with open(path, "wb") as file:
            file.write(whole[:middle] + page + whole[middle + 4096:])
        self.assertIn("is damaged", self.refused("day", "status"))


class Recording(Case):
    def test_answers_follow_the_lines(self):
        romaine, cell = self.with_order(), self.kilos[0]
        lines = b"\n".join([
            b'{"kind":"weighed","cell":%d,"net":"1.234 kg","tare":"0.050 kg"}' % cell, b"",
            b"nonsense", b'{"kind":"counted","cell":%d,"pieces":"0.5"}\r' % cell,
            b'{"kind":"shortfall","cell":%d,"cause":"other:tomb\xc3\xa9"}' % cell,
            b'{"kind":"shortfall","cell":%d,"cause":"damaged"}' % cell,
            b'{"kind":"undo","seq":3}', b'{"kind":"undo","seq":3}', b'{"kind":"undo","seq":4}',
            b'{"kind":"shortfall","cell":%d,"cause":"\xff"}' % cell,
            b'{"kind":"shortfall","cell":%d,"cause":"short_delivery"}' % cell])
        done = romaine.run("day", "record", "--person", "Rosa", stdin=lines)
        self.assertEqual(done.returncode, 1)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([a.get("seq") for a in answers],
                         [1, None, 2, 3, None, 4, None, None, None, 5])
        for answer in answers:
            self.assertEqual(answer["saved"], "seq" in answer)
            self.assertEqual("error" in answer, not answer["saved"])
        shown = romaine.show()
        self.assertEqual([(r["seq"], r["kind"]) for r in shown],
                         [(1, "weighed"), (2, "counted"), (3, "shortfall"), (4, "undo"),
                          (5, "shortfall")])
        self.assertEqual({r["person"] for r in shown}, {"Rosa"})
        self.assertEqual({r["typed"] for r in shown}, {True})
        self.assertEqual((shown[0]["net"], shown[0]["tare"], shown[0]["division"]),
                         ("1.234 kg", "0.050 kg", "0.001 kg"))
        row = next(r for r in romaine.matrix() if int(r["cell_id"]) == cell)
        self.assertEqual((row["given"], row["state"]), ("1.734", "short"))
        self.assertEqual(romaine.run("day", "record", stdin=b"\n\n").returncode, 0)

    def test_an_answer_comes_before_the_next_line_is_sent(self):
        romaine, cell = self.with_order(), self.kilos[0]
        process = subprocess.Popen(romaine.command("day", "record"), stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, env=romaine.env)
        for seq in (1, 2, 3):
            process.stdin.write(b'{"kind":"weighed","cell":%d,"net":"1 g"}\n' % cell)
            process.stdin.flush()
            self.assertEqual(json.loads(process.stdout.readline()), {"seq": seq, "saved": True})
        process.stdin.close()
        self.assertEqual(process.wait(), 0)
        process.stdout.close()

    def test_many_lines_at_once_are_judged_one_after_the_other(self):
        romaine, cell = self.with_order(), self.kilos[0]
        lines = []
        for n in range(400):
            lines += [{"kind": "shortfall", "cell": cell, "cause": "damaged"},
                      {"kind": "shortfall", "cell": cell, "cause": "damaged"},
                      {"kind": "undo", "seq": 2 * n + 1}]
        answers = romaine.record(*lines, ok=False)
        self.assertEqual([a["saved"] for a in answers], [True, False, True] * 400)
        self.assertEqual([a["seq"] for a in answers if a["saved"]], list(range(1, 801)))

    def test_earlier_days_take_no_entries(self):
        romaine, cell = self.with_order(), self.kilos[0]
        line = b'{"kind":"weighed","cell":%d,"net":"1 kg"}' % cell
        romaine.out("day", "record", "--day", 1, stdin=line)
        romaine.out("day", "new", "--name", "Noël")
        self.assertIn("ended", self.refused("day", "record", "--day", "1", stdin=line))
        self.assertEqual(romaine.record(line, ok=False)[0]["saved"], False)
        self.refused("unit", "set", "x", "--mass", "1 kg", "--day", "1")
        self.assertEqual(len(romaine.matrix("--day", 1)), len(self.rows))
        self.assertEqual(romaine.matrix(), [])
        self.refused("day", "matrix", "--csv", "--day", "7")
        days = [json.loads(l) for l in romaine.out("day", "list", "--json").splitlines()]
        self.assertEqual([(d["day"], d["orders"], d["ended_at"] is None) for d in days],
                         [(1, [4], False), (2, [], True)])
        self.assertEqual(days[1]["name"], "Noël")
        self.assertRegex(days[1]["opened_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$")

    def test_without_a_day_everything_is_refused(self):
        for command in (("day", "status"), ("day", "matrix", "--csv"), ("day", "record"),
                        ("journal", "show"), ("journal", "check"), ("unit", "list"),
                        ("unit", "set", "x", "--mass", "1 kg")):
            self.refused(*command)
        self.assertFalse(os.path.exists(self.romaine.data))
        self.assertEqual(self.romaine.out("day", "list"), "")

    def test_wrong_usage_is_told_apart(self):
        for command in (("day",), ("day", "import"), ("unit", "set", "x"), ("journal", "backup"),
                        ("unit", "set", "x", "--mass", "1 kg", "--pieces", "2"),
                        ("day", "matrix", "--csv", "--order", "x"), ("day", "list", "--no-such")):
            self.assertEqual(self.romaine.run(*command).returncode, 2, command)


class Figures(Case):
    def test_status_adds_up_and_knows_what_is_not_settled(self):
        romaine = self.with_order()
        order = romaine.status()["orders"][0]
        self.assertEqual(order["cells"], len(self.rows))
        self.assertEqual(sum(order[k] for k in ("done", "short", "absent", "over", "open")),
                         order["cells"])
        self.assertEqual(romaine.status()["unconfirmed_units"], ["pièce ~1,5 kg"])
        cell = next(int(r["cell_id"]) for r in self.rows if "~" in r["unit"])
        weighing = {"kind": "weighed", "cell": cell, "net": "1.5 kg"}
        self.assertIn("unit set", romaine.record(weighing, ok=False)[0]["error"])
        romaine.out("unit", "set", "pièce ~1,5 kg", "--mass", "1.5 kg")
        romaine.record(weighing, ok=True)
        self.assertEqual(romaine.status()["unconfirmed_units"], [])
        row = next(r for r in romaine.matrix() if int(r["cell_id"]) == cell)
        self.assertEqual((row["given"], row["state"]), ("1", "weighed"))
        self.refused("unit", "set", "pièce ~1,5 kg", "--pieces", "1")
        self.assertEqual(romaine.show()[0]["mass"], "1.5 kg")
        self.assertEqual(romaine.status()["waiting_labels"], 0)

    def test_options_stand_before_and_after_the_command(self):
        romaine, cell = self.with_order(), self.kilos[0]
        line = b'{"kind":"weighed","cell":%d,"net":"1 g"}' % cell
        romaine.out("--person", "Rosa", "--station", "Table 2", "day", "record", stdin=line)
        romaine.out("day", "record", "--station", "Table 2", "--person", "Maria", stdin=line)
        self.assertEqual([(r["station"], r["seq"], r["person"]) for r in romaine.show()],
                         [("Table 2", 1, "Rosa"), ("Table 2", 2, "Maria")])
        undo = {"kind": "undo", "seq": 1}
        self.assertFalse(romaine.record(undo, ok=False)[0]["saved"])
        self.assertTrue(romaine.record(dict(undo, station="Table 2"), ok=True)[0]["saved"])
        self.assertEqual(len(romaine.show("--cell", cell)), 3)
        undo = next(r for r in romaine.show("--cell", cell) if r["kind"] == "undo")
        self.assertEqual((undo["undoes"], undo["undoes_station"]), (1, "Table 2"))

    def test_the_fold_equals_a_slow_recount(self):
        seed = random.SystemRandom().randrange(1 << 32)
        rnd = random.Random(seed)
        romaine = self.with_order()
        lines = []
        for _ in range(600):
            cell = rnd.choice(self.kilos)
            lines.append(rnd.choice((
                {"kind": "weighed", "cell": cell, "net": "%d g" % rnd.randint(1, 4000)},
                {"kind": "counted", "cell": cell, "pieces": "%d.%d" % (rnd.randint(0, 3),
                                                                       rnd.randint(1, 9))},
                {"kind": "shortfall", "cell": cell, "cause": "damaged"},
                {"kind": "undo", "seq": rnd.randint(1, 300)})))
        romaine.record(*lines)
        standing, gone = {}, {}
        for row in romaine.show():
            if row["kind"] == "undo":
                gone[row["undoes"]] = True
            else:
                standing[row["seq"]] = row
        for seq in gone:
            del standing[seq]
        for row in romaine.matrix():
            mine = [e for e in standing.values() if e["cell"] == int(row["cell_id"])]
            given = sum((Decimal(e["net"].split()[0]) if e["kind"] == "weighed"
                         else Decimal(e["pieces"])) for e in mine if e["kind"] != "shortfall")
            self.assertEqual(row["given"] == "", not mine, (seed, row))
            if mine:
                self.assertEqual(Decimal(row["given"]), given, (seed, row))


class TwoProcesses(Case):
    def test_both_record_at_once_and_see_each_other(self):
        romaine = self.with_order()
        per_process = 300
        feeds, running = [], []
        for station in ("Table 1", "Table 1", "Table 2"):
            cells = [random.choice(self.kilos) for _ in range(per_process)]
            feed = tempfile.TemporaryFile()
            for n, cell in enumerate(cells):
                feed.write(json.dumps({"kind": "weighed", "cell": cell,
                                       "net": "%d g" % (n + 1)}).encode() + b"\n")
            feed.seek(0)
            feeds.append(feed)
            running.append(subprocess.Popen(
                romaine.command("day", "record", "--station", station), stdin=feed,
                stdout=subprocess.PIPE, env=romaine.env))
        answers = []
        for process in running:
            said = process.communicate()[0].splitlines()
            self.assertEqual(process.returncode, 0, said[-3:])
            answers.append([json.loads(line)["seq"] for line in said])
        for feed in feeds:
            feed.close()
        self.assertEqual(sorted(answers[0] + answers[1]), list(range(1, 2 * per_process + 1)))
        self.assertEqual(answers[2], list(range(1, per_process + 1)))
        self.assertEqual(len(romaine.show()), 3 * per_process)
        self.assertEqual(romaine.run("journal", "check").returncode, 0)

    def test_only_one_of_two_notes_the_shortfall(self):
        romaine, cell = self.with_order(), self.kilos[0]
        line = b'{"kind":"shortfall","cell":%d,"cause":"damaged"}\n' % cell
        pair = [subprocess.Popen(romaine.command("day", "record", "--station", s),
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=romaine.env)
                for s in ("Table 1", "Table 2")]
        for process in pair:
            process.stdin.write(line)
            process.stdin.flush()
        saved = [json.loads(p.stdout.readline())["saved"] for p in pair]
        self.assertEqual(sorted(saved), [False, True])
        # The one that was refused has read the other's entry, and may undo it.
        loser = pair[saved.index(False)]
        loser.stdin.write(b'{"kind":"undo","seq":1,"station":"%s"}\n'
                          % (b"Table 1" if saved[0] else b"Table 2") + line)
        loser.stdin.flush()
        self.assertTrue(json.loads(loser.stdout.readline())["saved"])
        self.assertTrue(json.loads(loser.stdout.readline())["saved"])
        for process in pair:
            process.communicate()

    def test_restore_waits_for_nobody(self):
        romaine, cell = self.with_order(), self.kilos[0]
        backup = os.path.join(romaine.folder, "backup.sqlite")
        romaine.out("journal", "backup", backup)
        recording = subprocess.Popen(romaine.command("day", "record"), stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE, env=romaine.env)
        recording.stdin.write(b'{"kind":"weighed","cell":%d,"net":"1 g"}\n' % cell)
        recording.stdin.flush()
        recording.stdout.readline()
        self.assertIn("open", self.refused("journal", "restore", backup))
        # The lock dies with the process, whatever ends it.
        recording.kill()
        recording.communicate()
        self.assertEqual(romaine.run("journal", "restore", backup).returncode, 0)
        self.assertEqual(romaine.show(), [])


class FullDisk(Case):
    def test_one_clear_error_nothing_lost_and_on_with_room_again(self):
        romaine, cell = self.with_order(), self.kilos[0]
        line = b'{"kind":"weighed","cell":%d,"net":"1 g"}\n' % cell

        def small_disk():
            resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
        process = subprocess.Popen(romaine.command("day", "record"), stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=romaine.env,
                                   preexec_fn=small_disk)
        saved, refused = [], []
        for n in range(5000):
            process.stdin.write(line)
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            (saved if answer["saved"] else refused).append(answer)
            if len(refused) == 5:
                break
        self.assertEqual(len(refused), 5)
        for answer in refused:
            self.assertIn("full", answer["error"])
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE,
                         (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        for _ in range(3):
            process.stdin.write(line)
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            self.assertTrue(answer["saved"], answer)
            saved.append(answer)
        self.assertEqual(process.communicate(), (b"", b""))
        self.assertEqual(process.returncode, 1)
        self.assertEqual([r["seq"] for r in romaine.show()], [a["seq"] for a in saved])


    def test_a_small_disk_that_really_fills_up(self):
        """The same on a tmpfs of its own, where mounting one is allowed."""
        romaine = self.with_order()
        inside = ["unshare", "--map-root-user", "--mount", "sh", "-c",
                  'mount -t tmpfs -o size=600k tmpfs "$1" && shift && exec "$@"', "sh"]
        disk = os.path.join(romaine.folder, "disk")
        os.mkdir(disk)
        if subprocess.run(inside + [disk, "true"], capture_output=True).returncode:
            self.skipTest("mounting a tmpfs is not allowed here")
        backup = os.path.join(romaine.folder, "backup.sqlite")
        romaine.out("journal", "backup", backup)
        done = subprocess.run(
            inside + [disk, sys.executable, os.path.abspath(__file__), romaine.program, "--fill",
                      disk, backup, str(self.kilos[0])],
            capture_output=True, env=romaine.env, timeout=300)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))


def fill(disk, backup, cell):
    """Inside: records until the disk is full, makes room, goes on, compares."""
    romaine = Romaine(PROGRAM)
    romaine.data = os.path.join(disk, "data")
    romaine.out("journal", "restore", backup)
    filler = os.path.join(disk, "filler")
    with open(filler, "wb") as file:
        file.write(bytes(100_000))
    process = subprocess.Popen(romaine.command("day", "record"), stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, env=romaine.env)

    def record():
        process.stdin.write(b'{"kind":"weighed","cell":%d,"net":"1 g"}\n' % cell)
        process.stdin.flush()
        return json.loads(process.stdout.readline())
    saved, refused = [], []
    while len(refused) < 3 and len(saved) < 20000:
        answer = record()
        (saved if answer["saved"] else refused).append(answer)
    assert len(refused) == 3 and all("disk is full" in r["error"] for r in refused), refused
    os.remove(filler)
    saved += [record() for _ in range(3)]
    assert all(a["saved"] for a in saved), saved[-3:]
    process.communicate()
    assert process.returncode == 1
    assert [r["seq"] for r in romaine.show()] == [a["seq"] for a in saved]
    romaine.close()


class Damage(Case):
    def test_every_start_is_refused_until_a_restore(self):
        romaine, cell = self.with_order(), self.kilos[0]
        backup = os.path.join(romaine.folder, "backup.sqlite")
        romaine.record({"kind": "weighed", "cell": cell, "net": "1 kg"}, ok=True)
        romaine.out("journal", "backup", backup)
        journal = os.path.join(romaine.data, "romaine.sqlite")
        with open(journal, "r+b") as file:
            file.truncate(10000)
        for command in (("day", "new"), ("day", "list"), ("day", "record"), ("journal", "check"),
                        ("journal", "backup", backup + "2")):
            self.assertIn("damaged", self.refused(*command))
        self.assertEqual(romaine.import_pages().returncode, 1)
        kept = [f for f in os.listdir(romaine.data) if ".kept-" in f]
        self.assertEqual(len(kept), 1)
        self.assertEqual(os.path.getsize(journal), 10000)
        self.refused("journal", "restore", journal)
        romaine.out("journal", "restore", backup)
        self.assertEqual([r["net"] for r in romaine.show()], ["1.000 kg"])
        self.assertEqual(os.path.getsize(os.path.join(romaine.data, kept[0])), 10000)


if __name__ == "__main__":
    if "--fill" in sys.argv:
        fill(sys.argv[3], sys.argv[4], int(sys.argv[5]))
        sys.exit(0)
    unittest.main(argv=sys.argv[:1])
