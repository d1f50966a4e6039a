"""The live suite against the fake server of both versions: so that it stays able to run, and the
fake stays as the real ones are."""
import io
import os
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(HERE, "..", "support"))
from fake_foodsoft import PASSWORD, FakeFoodsoft, program_beside  # noqa: E402
from live import run  # noqa: E402
from settings import Settings  # noqa: E402

PROGRAM = sys.argv[1]


def named(fake):
    env = {"URL": fake.url, "ORDER": str(fake.orders["main"])}
    for prefix, nick in (("", "kiosk"), ("PICKUPS_", "pesee"), ("MEMBER_", "membre")):
        env.update({prefix + "USER": nick, prefix + "PASSWORD": PASSWORD})
    return {"ROMAINE_FOODSOFT_" + name: value for name, value in env.items()}


class LiveOnFake(unittest.TestCase):
    def try_version(self, version):
        with FakeFoodsoft(program_beside(PROGRAM), version) as fake:
            out = io.StringIO()
            status = run(PROGRAM, Settings(named(fake)), out)
        self.assertEqual(status, 0, out.getvalue())

    def test_as_4_9_2(self):
        self.try_version("4.9.2")

    def test_as_5_0_0_rc1(self):
        self.try_version("5.0.0-rc1")

    def test_without_a_server_it_is_skipped(self):
        env = {n: v for n, v in os.environ.items() if not n.startswith("ROMAINE_FOODSOFT_")}
        done = subprocess.run([sys.executable, os.path.join(HERE, "live.py"), PROGRAM], env=env,
                              capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout), (0, "skipped: no server\n"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
