"""The live server from the screens, against the fake Foodsoft of both versions: a day pulled, figures
sent and read back, a conflict settled by a tap, working on without a network."""
import decimal
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

from fake_foodsoft import VERSIONS, FakeFoodsoft, program_beside
from push_evening import configured


def play(romaine, *lines, person="Maria"):
    script = os.path.join(romaine.folder, "server.play")
    with open(script, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    done = romaine.run("--play", script, "--headless", "--person", person, "--scale", "simulated")
    assert done.returncode == 0, (lines, done.stderr.decode())
    return done.stdout.decode()


def given(row):
    """A figure within the band, but not what was ordered."""
    asked = decimal.Decimal(row["asked"])
    return f"{(asked + decimal.Decimal('0.013')).normalize():f}"


def record(romaine, rows):
    romaine.record(*({"kind": "counted", "cell": int(row["cell_id"]), "pieces": given(row)} for row in rows),
                   ok=True)


def check_sent(romaine, fake, rows):
    cells = fake.state()["cells"]
    for row in rows:
        have = decimal.Decimal(cells[row["cell_id"]]["effective"])
        assert have == decimal.Decimal(given(row)), (row, have)
    status = romaine.status()
    assert status["to_send"] == 0 and status["conflicts"] == 0, status


def evening(program, version):
    with FakeFoodsoft(program_beside(program), version, "--articles", 4, "--groups", 4) as fake:
        romaine = configured(program, fake)
        try:
            play(romaine, "tap header.server", "tap server.pull", "expect header.server À jour")
            orders = [order["order_id"] for order in romaine.status()["orders"]]
            assert orders, "the pull brought no order"
            order = orders[0]
            rows = [row for row in romaine.matrix("--order", order)
                    if row["asked"] and decimal.Decimal(row["asked"]) > 0]
            first, second = rows[0:3], rows[3:5]
            record(romaine, first)
            play(romaine, f"expect header.server {len(first)} à envoyer", "tap header.server",
                 "tap server.push", "tap server.push",
                 f"expect receipt.strip {len(first)} quantités envoyées",
                 f"tap receipt.order.{order}", "tap header.back", "tap receipt.day")
            check_sent(romaine, fake, first)
            pushed = [e for e in romaine.show() if e["kind"] == "pushed" and e.get("step") == "cell"]
            assert {e["person"] for e in pushed} == {"Maria"}, pushed

            # Somebody changes a cell behind our back: a look finds it, a tap settles it.
            record(romaine, second)
            cell = second[0]["cell_id"]
            fake.do("set_cell", cell=int(cell), result="7")
            play(romaine, "tap header.server", "tap server.push", f"tap conflict.{cell}.ours",
                 "tap server.push", f"expect receipt.strip {len(first + second)} quantités envoyées")
            check_sent(romaine, fake, first + second)
        finally:
            romaine.close()
        return orders


def without_network(program):
    """Nothing blocks: the trouble is said, the work goes on."""
    with FakeFoodsoft(program_beside(program), VERSIONS[0]) as fake:
        romaine = configured(program, fake)
    try:
        play(romaine, "tap header.server", "tap server.pull", "expect header.server Serveur",
             "tap header.back")
    finally:
        romaine.close()


if __name__ == "__main__":
    for each in VERSIONS:
        print(each, "orders", evening(sys.argv[1], each))
    without_network(sys.argv[1])
