"""A recording process is killed 200 times at random moments, its answers read through a pipe: every
entry that was answered is there afterwards, whole, in order, once."""
import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from decimal import Decimal

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "support"))
from romaine_day import Romaine  # noqa: E402

KILLS = 200
seed = int(os.environ.get("SEED", random.SystemRandom().randrange(1 << 32)))
print("SEED=%d" % seed)
rnd = random.Random(seed)
romaine = Romaine(sys.argv[1])


def fail(message):
    print("SEED=%d: %s" % (seed, message))
    sys.exit(1)


def grams(text):
    value, unit = text.split()
    return Decimal(value) * (1000 if unit == "kg" else 1)


def answers(pipe, until):
    """What the process said until then, whole lines only."""
    said = b""
    while True:
        left = until - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            return said
        more = os.read(pipe.fileno(), 65536)
        if not more:
            return said
        said += more


def one_life(sent):
    """Sends lines, sometimes one by one and sometimes many at once, kills, gives what was answered."""
    process = subprocess.Popen(romaine.command("day", "record"), stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=romaine.env)
    said = b""
    try:
        until = time.monotonic() + rnd.uniform(0.0, 0.25)
        burst = rnd.choice((1, 1, 3, 40))
        while time.monotonic() < until:
            lines = [(rnd.choice(cells), rnd.randint(1, 3000)) for _ in range(burst)]
            sent.extend(lines)
            process.stdin.write(b"".join(
                json.dumps({"kind": "weighed", "cell": c, "net": "%d g" % g}).encode() + b"\n"
                for c, g in lines))
            process.stdin.flush()
            # As many answers as lines, unless time is over before.
            want = said.count(b"\n") + burst
            while said.count(b"\n") < want and time.monotonic() < until:
                said += answers(process.stdout, min(until, time.monotonic() + 0.01))
        process.send_signal(signal.SIGKILL)
        while True:
            rest = os.read(process.stdout.fileno(), 65536)
            if not rest:
                break
            said += rest
    except BrokenPipeError:
        pass
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        try:
            process.stdin.close()
        except BrokenPipeError:
            pass
    return [json.loads(line) for line in said.split(b"\n")[:-1]]


try:
    if romaine.import_pages().returncode:
        fail("the recorded order did not go in")
    cells = [int(r["cell_id"]) for r in romaine.matrix() if r["unit"].endswith("kg")
             and "~" not in r["unit"]]
    answered = {}
    for _ in range(KILLS):
        sent = []
        for line, answer in zip(sent, one_life(sent)):
            if not answer["saved"]:
                fail("refused: %s" % answer)
            if answer["seq"] in answered:
                fail("seq %d was answered twice" % answer["seq"])
            answered[answer["seq"]] = line
    if romaine.run("journal", "check").returncode:
        fail("journal check: %s" % romaine.run("journal", "check").stderr.decode())
    rows = romaine.show()
    seqs = [row["seq"] for row in rows]
    if seqs != list(range(1, len(rows) + 1)):
        fail("seqs are not 1, 2, 3 …")
    if any(a["at"] >= b["at"] for a, b in zip(rows, rows[1:])):
        fail("a later entry bears no later time")
    by_seq = {row["seq"]: row for row in rows}
    for seq, (cell, net) in answered.items():
        row = by_seq.get(seq)
        if row is None:
            fail("entry %d was answered and is lost" % seq)
        if row["cell"] != cell or grams(row["net"]) != net:
            fail("entry %d is not what was answered" % seq)
    if len(answered) < KILLS:
        fail("only %d entries were answered, too few to prove anything" % len(answered))
    given = {}
    for row in rows:
        given[row["cell"]] = given.get(row["cell"], 0) + grams(row["net"])
    for row in romaine.matrix():
        cell = int(row["cell_id"])
        if cell in given and row["unit"] == "1 kg" and Decimal(row["given"]) * 1000 != given[cell]:
            fail("cell %d: %s kg given, %s g recorded" % (cell, row["given"], given[cell]))
    print("%d answered, %d on disk" % (len(answered), len(rows)))
finally:
    romaine.close()
