"""Two hundred kills of the pushing process at random moments, on both versions: run again, it goes on,
and ends with our figures, right totals and one comment. `--rng-seed N` repeats the days."""
import os
import random
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "support"))

from concurrent.futures import ThreadPoolExecutor

from fake_foodsoft import VERSIONS, FakeFoodsoft, program_beside
from push_evening import Evening, configured

KILLS = 200
MOST_EVENINGS = 100


def killed(evening, after):
    """Whether the push was still at work when it was killed."""
    process = subprocess.Popen(evening.romaine.command(*evening.command()), env=evening.romaine.env,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


def one_version(program, version, seed):
    chance = random.Random(f"{version}-{seed}")
    with FakeFoodsoft(program_beside(program), version, "--articles", 4, "--groups", 4, "--patch-ms",
                      10) as fake:
        order, kills, evening_number, lasted = fake.orders["main"], 0, 0, 1.0
        while kills < KILLS / len(VERSIONS):
            evening_number += 1
            assert evening_number < MOST_EVENINGS, "too few kills"
            context = f"{version}, evening {evening_number}, seed {seed}"
            romaine = configured(program, fake)
            try:
                evening = Evening(romaine, fake, order, f"{seed}-{evening_number}")
                for _ in range(8):
                    if not killed(evening, chance.uniform(0.02, lasted)):
                        break
                    kills += 1
                start = time.monotonic()
                done = evening.push()
                lasted = max(0.1, time.monotonic() - start)
                assert done.returncode == 0, (context, done.stderr.decode())
                evening.check(context)
            finally:
                romaine.close()
        return f"{version}: {kills} kills in {evening_number} evenings"


def main(program):
    seed = int(sys.argv[sys.argv.index("--rng-seed") + 1]) if "--rng-seed" in sys.argv else \
        int.from_bytes(os.urandom(3), "big")
    print("seed", seed, flush=True)
    with ThreadPoolExecutor() as pool:
        for line in pool.map(lambda version: one_version(program, version, seed), VERSIONS):
            print(line)


main(os.path.abspath(sys.argv[1]))
