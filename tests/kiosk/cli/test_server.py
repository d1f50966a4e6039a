"""`server check` and `day pull` from outside, against the recorded replies of both versions: what comes in, what is
told, what is refused, and that the password shows nowhere."""
import csv
import gzip
import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "support"))
from recorded_foodsoft import DATA, RecordedFoodsoft, certificate  # noqa: E402
from romaine_day import Romaine  # noqa: E402

failures = []


def check(holds, what):
    if not holds:
        failures.append(what)
        print("failed:", what)


class Kiosk(Romaine):
    def __init__(self, server, url=None, password=None, mode=0o600, more="", name="secret file"):
        super().__init__(sys.argv[1])
        self.env["no_proxy"] = "127.0.0.1,localhost"
        self.env.pop("CREDENTIALS_DIRECTORY", None)
        self.config = os.path.join(self.folder, "romaine.toml")
        self.secret = os.path.join(self.folder, name)
        with open(self.secret, "w", encoding="utf-8") as file:
            file.write((password or server.password) + "\n")
        os.chmod(self.secret, mode)
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(f'[server]\nurl = "{url or server.url()}"\nuser = "kiosk"\n{more}')
            if "password_file" not in more and name:
                file.write(f'password_file = "{name}"\n')
        self.password = server.password

    def ask(self, *args, code=None):
        done = self.run("--config", self.config, *args)
        out, err = done.stdout.decode(), done.stderr.decode()
        if code is not None:
            check(done.returncode == code, f"{args}: exit {done.returncode}, not {code}: {out}{err}")
        check(self.password not in out + err, f"{args}: the password shows")
        return done.returncode, out, err


def truth(version, state):
    """What the database held: cell → result."""
    with gzip.open(os.path.join(DATA, version, f"truth.{state}.tsv.gz"), "rt", encoding="utf-8") as file:
        return {int(row["goa_id"]): row["result"] for row in csv.DictReader(file, delimiter="\t")}


def roles(version):
    units = "text" if version == "4.9.2" else "code"
    for role, may in (("finance", (True, True, True)), ("pickups", (False, False, True)), ("member", (False,) * 3)):
        server = RecordedFoodsoft(version, role)
        kiosk = Kiosk(server)
        _, out, _ = kiosk.ask("server", "check", "--json", code=0)
        found = json.loads(out)
        check(found["version"] == version, f"{role}: {found}")
        check(found["roles"] == dict(zip(("finance", "orders", "pickups"), may)), f"{role}: {found}")
        if role != "member":
            check(found["units"] == units and found["user_id"] == 6, f"{role}: {found}")
        _, out, _ = kiosk.ask("server", "check", code=0)
        check(("needs the role finance" in out) == (role != "finance"), f"{role}: {out}")
        check("kiosk" in out and version in out, out)
        server.close()
        kiosk.close()


def pulled(version):
    server = RecordedFoodsoft(version)
    kiosk = Kiosk(server)
    _, out, err = kiosk.ask("day", "pull", "--json", code=0)
    lines = [json.loads(line) for line in out.splitlines()]
    check([line["order_id"] for line in lines] == [server.order, server.big], f"{version}: {lines}")
    check([line["cells"] for line in lines] == [57, 588], f"{version}: {lines}")
    check(all(line["changed"] is None and line["base_exact"] for line in lines), f"{version}: {lines}")
    check(err == "", f"{version}: {err}")
    other = Romaine(sys.argv[1])
    stems = ("groups.finished.finance.en", "articles.finished.finance.en", "receive.finished.finance.en")
    if version == "4.9.2":
        other.import_pages(*stems)
        check(kiosk.matrix("--order", "4") == other.matrix("--order", "4"), "pull and import differ")
    other.close()

    before = len(server.asked)
    _, out, err = kiosk.ask("day", "pull", "--order", server.order, "--json", code=0)
    line = json.loads(out)
    check(line["order_id"] == server.order and line["changed"]["results"] == [], f"{line}")
    check(not any(str(server.big) in path for _, path in server.asked[before:]), "more was pulled than asked for")
    check(err == "", err)
    # Somebody works at the server: the next pull says what.
    weighed = {"groups": "groups.weighed.finance.en.html", "articles": "articles.weighed.finance.en.html",
               "receive": "receive.weighed.finance.en.html"}
    found = server.found

    def later(path, query, body, cookie):
        if path == f"/f/orders/{server.order}":
            return server.page(weighed[query["view"][0]])
        if path == f"/f/orders/{server.order}/receive":
            return server.page(weighed["receive"])
        return found(path, query, body, cookie)
    server.found = later
    _, out, err = kiosk.ask("day", "pull", "--pickup", "2026-11-28", "--json", code=0)
    changed = [json.loads(line) for line in out.splitlines()][0]["changed"]
    was, now = truth(version, "finished"), truth(version, "weighed")
    check(changed["results"] == sorted(c for c in was if was[c] != now[c]), f"{version}: {changed}")
    check(changed["new_cells"] == sorted(set(now) - set(was)) and changed["gone_cells"] == [], f"{version}: {changed}")
    check(len(changed["received"]) == 1 and len(changed["new_groups"]) == 1, f"{version}: {changed}")
    check(f"Order {server.order}: {len(changed['results'])} cells changed on the server since" in err, err)
    check(len(kiosk.out("day", "list", "--json").splitlines()) == 1, "a day too many")
    server.close()
    kiosk.close()


def part_of_a_day():
    server = RecordedFoodsoft("4.9.2", "pickups")
    kiosk = Kiosk(server)
    server.replaced["/f/orders/5/receive"] = (200, "text/html", b"<html><body>half")
    kiosk.ask("day", "pull", "--order", 4, 5, code=1)
    status = kiosk.status()
    check([o["order_id"] for o in status["orders"]] == [4], f"{status}")
    check(status["orders"][0]["base_exact"] is False, "pickups alone reads no exact results")
    kiosk.ask("day", "pull", "--pickup", "2030-01-01", code=1)
    kiosk.ask("day", "pull", "--pickup", "soon", code=2)
    check(len(kiosk.status()["orders"]) == 1, "a failed pull changed the day")
    server.close()
    kiosk.close()


def strangers():
    """An order that came from a folder is replaced by the same order alone."""
    server = RecordedFoodsoft("4.9.2")
    kiosk = Kiosk(server)
    kiosk.import_pages()
    kiosk.ask("day", "pull", "--order", 4, code=0)
    check(kiosk.status()["orders"][0]["cells"] == 57, "the same order was refused")
    kiosk.out("day", "new")
    kiosk.import_pages()
    server.edit = lambda path, body: body.replace(b"Les Jardins de Duval", b"Une autre ferme")
    _, _, err = kiosk.ask("day", "pull", "--order", 4, code=1)
    check("another server" in err, err)
    check(kiosk.status()["orders"][0]["supplier"] == "Les Jardins de Duval", "a stranger took the order's place")
    server.close()
    kiosk.close()


def refused_settings():
    server = RecordedFoodsoft("4.9.2")
    for settings, words in (
            ({"mode": 0o644}, "mode 0600"), ({"mode": 0o640}, "mode 0600"), ({"name": ""}, "no password"),
            ({"password": "wrong"}, "Invalid email address or password"),
            ({"more": 'password_file = "missing"\n'}, "missing"),
            ({"url": "https://kiosk:pw@127.0.0.1/f"}, "line 2: name and password"),
            ({"url": "http://127.0.0.1"}, "line 2: the co-op's slug"),
            ({"more": "colour = 1\n"}, "line 4: \"colour\""),
            ({"url": "http://127.0.0.1:1/f"}, "cannot be reached"),
            ({"url": "http://foodsoft.invalid/f", "more": "insecure_http = true\n"}, "was not found in the network")):
        kiosk = Kiosk(server, **settings) if settings.get("name") != "" else without_file(server)
        kiosk.env["no_proxy"] = "*"
        _, out, err = kiosk.ask("server", "check", code=1)
        check(words in err and err.count("\n") == 1 and out == "", f"{settings}: {err}")
        kiosk.ask("day", "pull", code=1)
        check(not os.path.exists(os.path.join(kiosk.data, "romaine.sqlite")), f"{settings}: a journal was begun")
        kiosk.close()
    server.close()


def without_file(server):
    kiosk = Kiosk(server)
    with open(kiosk.config, "w", encoding="utf-8") as file:
        file.write(f'[server]\nurl = "{server.url()}"\nuser = "kiosk"\n')
    return kiosk


def credential():
    server = RecordedFoodsoft("4.9.2")
    kiosk = without_file(server)
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "foodsoft-password"), "w", encoding="utf-8") as file:
            file.write(server.password)
        kiosk.env["CREDENTIALS_DIRECTORY"] = folder
        kiosk.ask("server", "check", code=0)
    server.close()
    kiosk.close()


def trust():
    """Nobody is believed without a certificate that fits; our own authority can be named."""
    with tempfile.TemporaryDirectory() as folder:
        for host, good in (("IP:127.0.0.1", True), ("DNS:other.example", False)):
            file = certificate(folder, host.replace(":", ""), host)
            server = RecordedFoodsoft("4.9.2", certificate=file)
            kiosk = Kiosk(server)
            _, _, err = kiosk.ask("server", "check", code=1)
            check("could not prove who it is" in err, err)
            check(server.asked == [], "something was sent to a stranger")
            kiosk.close()
            kiosk = Kiosk(server, more=f'ca_file = "{file}.pem"\n')
            _, _, err = kiosk.ask("server", "check", code=0 if good else 1)
            check(good or "could not prove who it is" in err, err)
            kiosk.close()
            server.close()
        server = RecordedFoodsoft("4.9.2", certificate=file)
        kiosk = Kiosk(server, more='ca_file = "missing.pem"\n')
        _, _, err = kiosk.ask("server", "check", code=1)
        check("ca_file" in err, err)
        kiosk.close()
        server.close()


for number in ("4.9.2", "5.0.0-rc1"):
    roles(number)
    pulled(number)
part_of_a_day()
strangers()
refused_settings()
credential()
trust()
print("ok" if not failures else f"{len(failures)} failures")
sys.exit(1 if failures else 0)
