"""The live suite: what a running Foodsoft does, and a day of Romaine's with it. Which server it is
stands in the environment (CONTRIBUTING.md). Usage: live.py ROMAINE"""
import sys

from day_cases import DayCases
from server_cases import ServerCases
from settings import Settings
from table import Table


def run(program, settings, out=sys.stdout):
    table = Table(out)
    ServerCases(settings, table).run()
    DayCases(program, settings, table).run()
    return table.close()


if __name__ == "__main__":
    found = Settings()
    if not found.url:
        print("skipped: no server")
        sys.exit(0)
    if found.missing:
        sys.exit("The live suite needs " + ", ".join(found.missing) + "; nothing was asked for.")
    sys.exit(run(sys.argv[1], found))
