"""What a restart remembers: the open cell, the sound; and that it speaks of a power cut only after one."""
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

ROMAINE = sys.argv[1]
CELL = "1010314"
WORK = "tap person.9\ntap overview.continue\nexpect header.title Carottes\n"


def start(folder, script):
    file = folder / "script.play"
    file.write_text(script, encoding="utf-8")
    return subprocess.Popen([ROMAINE, "--data", str(folder / "data"), "--demo", "--headless", "--play", str(file)],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def play(folder, script):
    run = start(folder, script)
    out, errors = run.communicate(timeout=120)
    assert run.returncode == 0, errors
    return out


def targets(folder):
    """Of the first screen after a start: name to text."""
    lines = [line for line in play(folder, "targets\nquit\n").splitlines() if line.startswith("[")]
    return {one["name"]: one["text"] for one in json.loads(lines[0])}


with tempfile.TemporaryDirectory(prefix="romaine-restart-") as work:
    folder = pathlib.Path(work)
    play(folder, WORK + "quit\n")
    after_quit = targets(folder)
    assert after_quit["header.title"] == "Carottes", after_quit
    assert "weigh.saved" not in after_quit, after_quit["weigh.saved"]

    # Many short waits: virtual time passes at once, so that the kill meets it at work.
    killed = start(folder, "wait 500 ms\ntargets\n" + "wait 500 ms\n" * 200_000)
    assert killed.stdout.readline().startswith("[")
    killed.send_signal(signal.SIGKILL)
    killed.communicate(timeout=60)
    after_kill = targets(folder)
    assert after_kill["header.title"] == "Carottes", after_kill
    assert "coupure" in after_kill["weigh.saved"], after_kill
    assert "weigh.saved" not in targets(folder), "the start after that one follows a good end"

    play(folder, "tap header.person\nexpect person.sound Son oui\ntap person.sound\nquit\n")
    play(folder, "tap header.person\nexpect person.sound Son non\nquit\n")
print("ok")
