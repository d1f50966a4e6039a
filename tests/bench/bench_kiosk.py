"""Start, memory and idle of the kiosk against a bare window with the same fonts and libraries, under
Xvfb: xvfb-run -a -s '-screen 0 1280x800x24' python3 tests/bench/bench_kiosk.py BUILD [SECONDS]"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

BUILD = pathlib.Path(sys.argv[1]).resolve()
IDLE = int(sys.argv[2]) if len(sys.argv) > 2 else 60
ROUNDS = 9


def run(command):
    """Wall seconds, CPU seconds and peak memory (MB) of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, f"{command}: {status}"
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def kiosk(data, script):
    return [str(BUILD / "romaine"), "--data", data, "--play", script, "--size", "1280x800",
            "--scale", "simulated", "--person", "Rosa"]


def medians(first, second):
    """Medians of two commands run in turn."""
    pairs = [(run(first), run(second)) for _ in range(ROUNDS)]
    return [[statistics.median(p[i][k] for p in pairs) for k in range(3)] for i in range(2)]


def main():
    with tempfile.TemporaryDirectory(prefix="romaine-bench-") as work:
        scripts = {}
        for name, text in (("quit", "quit\n"), ("idle", f"wait {IDLE * 1000} ms\nquit\n")):
            scripts[name] = f"{work}/{name}.play"
            pathlib.Path(scripts[name]).write_text(text, encoding="utf-8")
        bare = [str(BUILD / "bare_window")]
        days = {"empty day": None, "40 000 entries": (120, 600, 40000), "120 x 600": (120, 600, 0)}
        for name, size in days.items():
            data = f"{work}/{name}"
            if size:
                subprocess.run([BUILD / "make_day", data, *map(str, size)], check=True,
                               stdout=subprocess.DEVNULL)
            ours, limit = medians(kiosk(data, scripts["quit"]), bare)
            print(f"{name}: start {ours[0] * 1000:.0f} ms against {limit[0] * 1000:.0f} ms, ratio "
                  f"{ours[0] / limit[0]:.2f}; memory {ours[2]:.0f} MB against {limit[2]:.0f} MB, ratio "
                  f"{ours[2] / limit[2]:.2f}")
        data = f"{work}/empty day"
        _, start, _ = run(kiosk(data, scripts["quit"]))
        wall, busy, _ = run(kiosk(data, scripts["idle"]))
        print(f"idle {IDLE} s, scale at 10 Hz: {100 * (busy - start) / wall:.2f} % of one core")


main()
