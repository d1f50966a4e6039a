"""An evening at the fake Foodsoft: pulled, recorded at random, pushed until it is done, looked at from
behind. Shared by the tests of the push."""
import decimal
import os
import random

from romaine_day import Romaine
from fake_foodsoft import PASSWORD

HURRY = "2000"  # waits last so many times less


def configured(program, fake, **server):
    """A Romaine whose configuration names the fake."""
    romaine = Romaine(program)
    folder = os.path.join(romaine.folder, "config", "romaine")
    os.makedirs(folder)
    with open(os.open(os.path.join(folder, "password"), os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
        file.write(PASSWORD)
    lines = {"url": f'"{fake.url}"', "user": '"kiosk"', "password_file": '"password"', **server}
    with open(os.path.join(folder, "romaine.toml"), "w") as file:
        file.write("[server]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items()))
    return romaine


class Evening:
    def __init__(self, romaine, fake, order, seed, share=0.7):
        self.romaine, self.fake, self.order, self.random = romaine, fake, order, random.Random(seed)
        romaine.out("day", "new")
        romaine.out("day", "pull", "--order", order)
        self.comments_before = len(self.comments())
        self.record(share)

    def record(self, share):
        lines = []
        for row in self.romaine.matrix():
            if self.random.random() > share:
                continue
            cell = int(row["cell_id"])
            if self.random.random() < 0.2:
                lines.append({"kind": "shortfall", "cell": cell, "cause": "damaged"})
            else:
                pieces = decimal.Decimal(self.random.randint(1, 4000)) / 1000
                lines.append({"kind": "counted", "cell": cell, "pieces": f"{pieces.normalize():f}"})
        self.romaine.record(*lines, ok=True)

    def command(self, *args):
        return ("day", "push", "--open", "--json", "--hurry", HURRY, *args)

    def push(self, *args):
        return self.romaine.run(*self.command(*args))

    def comments(self):
        return [c["text"] for c in self.fake.state()["comments"] if c["order"] == self.order]

    def check(self, context):
        """Server figures are ours, every total is right, one comment."""
        state = self.fake.state()
        for row in self.romaine.matrix():
            want = row["given"] or row["base"]
            have = state["cells"][row["cell_id"]]["effective"]
            assert decimal.Decimal(want) == decimal.Decimal(have), (context, row, have)
        for group in state["group_orders"].values():
            if group["order"] == self.order:
                assert not group["stale"], (context, group)
        fresh = self.comments()[self.comments_before:]
        assert len(fresh) == 1, (context, fresh)
        for write in self.fake.writes():
            fields = dict(write["fields"])
            assert write["method"] != "DELETE" and not any("delta" in name for name in fields), write
            result = fields.get("group_order_article[result]")
            assert result is None or decimal.Decimal(result) >= 0, write
