"""`day pull` and `server check` against the fake Foodsoft: what its database holds comes in, also through traps and
faults of the wire; what cannot come in leaves the day as it was."""
import json
import os
import sys
from decimal import Decimal

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "support"))
from fake_foodsoft import PASSWORD, VERSIONS, FakeFoodsoft, program_beside  # noqa: E402
from romaine_day import Romaine  # noqa: E402

FAKE = program_beside(sys.argv[1])
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print("failed:", what)


class Kiosk(Romaine):
    def __init__(self, url, user="kiosk"):
        super().__init__(sys.argv[1])
        self.env["no_proxy"] = "*"
        self.config = os.path.join(self.folder, "romaine.toml")
        secret = os.path.join(self.folder, "password")
        with open(secret, "w", encoding="utf-8") as file:
            file.write(PASSWORD)
        os.chmod(secret, 0o600)
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(f'[server]\nurl = "{url}"\nuser = "{user}"\npassword_file = "password"\n')

    def ask(self, *args, code=0):
        done = self.run("--config", self.config, *args)
        out, err = done.stdout.decode(), done.stderr.decode()
        check(done.returncode == code, f"{args}: exit {done.returncode}, not {code}: {out}{err}")
        check(PASSWORD not in out + err, f"{args}: the password shows")
        return out, err

    def pull(self, *args, code=0):
        out, err = self.ask("day", "pull", "--json", *args, code=code)
        return {line["order_id"]: line for line in map(json.loads, out.splitlines())}, err


def same_as_database(kiosk, fake, orders, what):
    held = {int(row["cell_id"]): row for row in kiosk.matrix()}
    for order in orders:
        for cell, truth in fake.cells(order).items():
            base = held.get(cell, {}).get("base")
            check(base and Decimal(base) == Decimal(truth["effective"]),
                  f"{what}: cell {cell} of order {order}: {base}, not {truth}")


def whole_day(version):
    with FakeFoodsoft(FAKE, version, "--prefix", "/sub", "--slug", "lyon", "--multi") as fake:
        kiosk = Kiosk(f"http://127.0.0.1:{fake.port}/sub/lyon")
        facts = json.loads(kiosk.ask("server", "check", "--json")[0])
        check(facts == {"version": version, "units": "text" if version == "4.9.2" else "code",
                        "roles": {"finance": True, "orders": True, "pickups": True}, "user_id": 6}, f"{facts}")
        pulled, err = kiosk.pull()
        wanted = [fake.orders[name] for name in ("main", "small", "received", "transport", "stock")]
        check(sorted(pulled) == wanted and err == "", f"{version}: {sorted(pulled)} {err}")
        check(all(line["base_exact"] for line in pulled.values()), f"{version}: inexact")
        same_as_database(kiosk, fake, wanted, version)
        check(fake.writes() == [] or all(w["path"].endswith("/sessions") for w in fake.writes()), "a pull wrote")
        pulled, err = kiosk.pull("--order", fake.orders["settled"])
        check(pulled[fake.orders["settled"]]["server_state"] == "closed" and "for looking only" in err, err)
        _, err = kiosk.pull("--order", fake.orders["open"], code=1)
        check("still open" in err, err)
        _, err = kiosk.pull("--order", 4711, code=1)
        check("order 4711 is left out" in err, err)
        other = Kiosk(f"http://127.0.0.1:{fake.port}/sub/paris")
        _, err = other.ask("server", "check", code=1)
        check("no Foodsoft" in err, err)
        other.close()
        kiosk.close()


def other_hands(version):
    with FakeFoodsoft(FAKE, version) as fake:
        order = fake.orders["small"]
        kiosk = Kiosk(fake.url)
        kiosk.pull("--order", order)
        cells = sorted(fake.cells(order))
        for cell in cells[:3]:
            fake.do("set_cell", cell=cell, result="7.125")
        fake.do("delete_cell", cell=cells[4])
        fake.do("comment", order=order, text="<b>3 cells</b> & more", user=7)
        pulled, err = kiosk.pull("--order", order)
        changed = pulled[order]["changed"]
        check(changed["results"] == cells[:3] and changed["gone_cells"] == [cells[4]], f"{changed}")
        check("3 cells changed on the server since" in err and "1 cell went" in err, err)
        same_as_database(kiosk, fake, [order], version)
        pulled, err = kiosk.pull("--order", order)
        check("since" not in err and pulled[order]["changed"]["gone_cells"] == [], err)
        # A group whose row is gone: the server's own view=articles fails for everyone.
        group = fake.cells(order)[cells[0]]["group_order"]
        fake.do("delete_group_order", group_order=group)
        pulled, err = kiosk.pull("--order", order)
        check(order in pulled and "view=articles fails" in err, err)
        check(len(pulled[order]["changed"]["gone_groups"]) == 1, f"{pulled}")
        kiosk.close()


def weaker_accounts(version):
    with FakeFoodsoft(FAKE, version) as fake:
        kiosk = Kiosk(fake.url, "pesee")
        facts = json.loads(kiosk.ask("server", "check", "--json")[0])
        check(facts["roles"] == {"finance": False, "orders": False, "pickups": True}, f"{facts}")
        pulled, err = kiosk.pull("--order", fake.orders["main"])
        check(pulled[fake.orders["main"]]["base_exact"] is False and "finance account" in err, err)
        kiosk.close()
        kiosk = Kiosk(fake.url, "membre")
        _, err = kiosk.pull(code=1)
        check("lacks the role" in err, err)
        check(not os.path.exists(os.path.join(kiosk.data, "romaine.sqlite")), "a journal was begun for nothing")
        kiosk.close()


def faults(version):
    with FakeFoodsoft(FAKE, version) as fake:
        order = fake.orders["small"]
        kiosk = Kiosk(fake.url)
        kiosk.pull("--order", order)
        page = f"/f/orders/{order}"
        for kind, path, words in (("maintenance", page, "being worked on (503)"), ("bad_gateway", page, "(502)"),
                                  ("error_before", page + "/receive", "failed at this request (500)"),
                                  ("reset", page, "ended in the middle"), ("lost_after", page, "ended in the middle"),
                                  ("html_for_js", page, "cannot be read"), ("maintenance", "/f/login", "(503)"),
                                  ("lost_after", "/f/sessions", "ended in the middle")):
            before = kiosk.status()
            fake.fault(kind, path=path)
            pulled, err = kiosk.pull("--order", order, code=1)
            check(words in err and pulled == {}, f"{kind} {path}: {err}")
            check(kiosk.status() == before, f"{kind} {path}: the day changed")
            fake.clear_faults()
        for kind, path in (("expired", page), ("expired", page + "/receive"), ("delay", page), ("slow", page),
                           ("error_before", "/f/group_order_articles/new.js")):
            fake.fault(kind, path=path)
            pulled, err = kiosk.pull("--order", order)
            check(order in pulled and err == "", f"{kind} {path}: {err}")
            fake.clear_faults()
        kiosk.close()


for number in VERSIONS:
    whole_day(number)
    other_hands(number)
    weaker_accounts(number)
    faults(number)
print("ok" if not failures else f"{len(failures)} failures")
sys.exit(1 if failures else 0)
