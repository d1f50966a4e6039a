"""A thousand random faults of the fake server, each kind at each step, on both versions: the figures on
the server end up ours, the groups' totals right, no comment doubled. `--rng-seed N` repeats a run."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "support"))

from concurrent.futures import ThreadPoolExecutor

from fake_foodsoft import VERSIONS, FakeFoodsoft, program_beside
from push_evening import Evening, configured

FAULTS = 1000
MOST_EVENINGS = 400


def one_version(program, version, seed):
    with FakeFoodsoft(program_beside(program), version, "--articles", 3, "--groups", 3, "--patch-ms",
                      0) as fake:
        order, fired, evening_number = fake.orders["main"], 0, 0
        while fired < FAULTS / len(VERSIONS):
            evening_number += 1
            assert evening_number < MOST_EVENINGS, "too few faults"
            context = f"{version}, evening {evening_number}, seed {seed}"
            romaine = configured(program, fake)
            try:
                evening = Evening(romaine, fake, order, f"{seed}-{evening_number}")
                fake.random_faults(seed * 1000 + evening_number, 0.25)
                for _ in range(4):
                    done = evening.push()
                    if done.returncode == 0:
                        break
                fired += sum(fake.admin("GET", "/faults")["fired"].values())
                fake.clear_faults()
                done = evening.push()
                assert done.returncode == 0, (context, done.stderr.decode())
                evening.check(context)
                writes = len(fake.writes())
                assert evening.push().returncode == 0 and len(fake.writes()) - writes <= 1, context
            finally:
                romaine.close()
        return f"{version}: {fired} faults in {evening_number} evenings"


def main(program):
    seed = int(sys.argv[sys.argv.index("--rng-seed") + 1]) if "--rng-seed" in sys.argv else \
        int.from_bytes(os.urandom(3), "big")
    print("seed", seed, flush=True)
    with ThreadPoolExecutor() as pool:
        for line in pool.map(lambda version: one_version(program, version, seed), VERSIONS):
            print(line)


main(os.path.abspath(sys.argv[1]))
