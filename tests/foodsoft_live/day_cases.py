"""A day against one finished order: pulled, weighed, sent, read back by our own eyes, sent again.
Every value is put back; its one comment stays, and is said."""
import random
import re
import time
from fractions import Fraction

import pages
from kiosk import Kiosk
from server_cases import ServerCases



def mass_of(unit):
    """The kg in one unit: a code of 5.x, or a text of 4.x like "500 g"; nothing for others."""
    codes = {"KGM": Fraction(1), "GRM": Fraction(1, 1000)}
    text = re.fullmatch(r"(\d+) ?(kg|g)", unit)
    if text:
        return int(text.group(1)) * (1 if text.group(2) == "kg" else codes["GRM"])
    return codes.get(unit)


class DayCases:
    def __init__(self, program, settings, table):
        self.program, self.settings, self.table = program, settings, table
        self.order = settings.order
        self.marker = f"[romaine:{settings.order}-"
        self.eyes = ServerCases(settings, table)  # reads the pages on its own
        self.first = self.eyes.first

    def run(self):
        self.table.head(f"Romaine and order {self.order}")
        self.checks()
        kiosk = Kiosk(self.program, self.settings)
        try:
            if not self.pull(kiosk):
                return
            fields = self.eyes.receive_page()
            rows = kiosk.matrix("--order", self.order)
            wanted = self.weigh(kiosk, rows)
            try:
                self.dry_run(kiosk, wanted)
                self.push(kiosk, wanted)
                self.push_again(kiosk)
            finally:
                self.put_back(rows, wanted, fields)
        finally:
            kiosk.close()
        if self.settings.big_order:
            self.big()

    def checks(self):
        """`server check` for every account that is named."""
        roles = {"kiosk": (True, None, None), "pickups": (False, False, True),
                 "member": (False, False, False)}
        for who in self.settings.accounts:
            kiosk = Kiosk(self.program, self.settings, who)
            try:
                said, status, _ = kiosk.lines("server", "check")
            finally:
                kiosk.close()
            found = said[0]["roles"] if said else {}
            told = [found.get(r) for r in ("finance", "orders", "pickups")]
            due = [d if d is not None else t for d, t in zip(roles[who], told)]
            self.table.row("check", f"server check as {who}: exit, finance, orders, pickups",
                           f"{status} {told}", f"0 {due}")
        kiosk = Kiosk(self.program, self.settings, password="no such word")
        try:
            done = kiosk.run("server", "check")
            self.table.row("check", "server check with a wrong password: exit, lines said",
                           f"{done.returncode} {len(done.stderr.splitlines())}", "1 1")
        finally:
            kiosk.close()

    def pull(self, kiosk):
        done = kiosk.run("day", "pull", "--order", self.order)
        self.table.row("pull", "day pull: exit", done.returncode, 0)
        if done.returncode:
            self.table.note("pull", done.stderr.decode().strip())
            return False
        rows = {int(r["cell_id"]): r for r in kiosk.matrix("--order", self.order)}
        wrong = 0
        for id_, cell in self.first.cells.items():
            row = rows.get(id_)
            wrong += (row is None or row["ordergroup"] != cell.group
                      or abs(Fraction(row["base"] or -1) / cell.factor - cell.shown)
                      > Fraction(1, 1900))
        self.table.row("pull", "cells, and those unlike the page's", f"{len(rows)}, {wrong}",
                       f"{len(self.first.cells)}, 0")
        return True

    def weigh(self, kiosk, rows):
        """Figures for most cells, as a table would record them; what the server is to hold then."""
        chance = random.Random(self.order)
        lines, wanted = [], {}
        for number, row in enumerate(rows):
            target = Fraction(row["base"] or row["asked"] or 0)
            cell = int(row["cell_id"])
            if target == 0 or number % 5 == 4:
                continue
            if number % 7 == 3:
                lines.append({"kind": "shortfall", "cell": cell, "cause": "not_delivered"})
                wanted[cell] = Fraction(0)
            elif mass_of(row["unit"]):
                mass = mass_of(row["unit"])
                grams = round(target * mass * chance.randint(985, 1040))
                lines.append({"kind": "weighed", "cell": cell, "net": f"{grams} g"})
                wanted[cell] = Fraction(grams, 1000) / mass
            else:
                text = pages.decimal(target)
                if self.first.cells[cell].factor != 1:  # a piece that is billed by weight
                    text = chance.choice(["0.813", "1.051", "2.999"])
                lines.append({"kind": "counted", "cell": cell, "pieces": text})
                wanted[cell] = Fraction(text)
                if wanted[cell] < target:
                    lines.append({"kind": "shortfall", "cell": cell, "cause": "short_delivery"})
        answers = kiosk.record(*lines)
        self.table.row("weigh", "figures recorded",
                       sum(a["saved"] for a in answers), len(lines))
        return wanted

    def unlike(self, wanted):
        """Cells that do not show what was recorded, or what they showed before."""
        now = self.eyes.groups()
        wrong = []
        for id_, cell in now.cells.items():
            due = (pages.decimal(wanted[id_] / cell.factor) if id_ in wanted
                   else pages.decimal(self.first.cells[id_].shown))
            if pages.decimal(cell.shown) != due:
                wrong.append(id_)
        return wrong

    def stale(self):
        now, stored = self.eyes.groups(), self.eyes.stored()
        return [g for g in now.sums
                if pages.decimal(now.sums[g], 2) != pages.decimal(stored.get(g, -1), 2)]

    def dry_run(self, kiosk, wanted):
        plan, status, _ = kiosk.lines("day", "push", "--dry-run", "--order", self.order)
        cells = {step["cell"]: step for step in plan if step.get("step") == "cell"}
        due = {id_ for id_, amount in wanted.items()
               if pages.decimal(amount / self.first.cells[id_].factor)
               != pages.decimal(self.first.cells[id_].shown)}
        self.table.row("dry", "push --dry-run: exit, cells in the plan", f"{status} {len(cells)}",
                       f"0 {len(due)}")
        self.table.row("dry", "the plan names the cells that differ", set(cells) == due, True)
        self.table.row("dry", "afterwards cells that differ from before",
                       len(self.unlike({})), 0)

    def push(self, kiosk, wanted):
        begun = time.monotonic()
        told, status, said = kiosk.lines("day", "push", "--order", self.order)
        took = time.monotonic() - begun
        last = next((o for o in (told[-1:] or [{}])[0].get("orders", [])
                     if o["order"] == self.order), {})
        self.table.row("push", "day push: exit, verified", f"{status} {last.get('verified')}",
                       "0 True")
        if status:
            self.table.note("push", said.strip())
        self.table.row("push", "cells unlike the figures, by our own eyes",
                       len(self.unlike(wanted)), 0)
        self.table.row("push", "groups whose stored total is not their cells' sum",
                       len(self.stale()), 0)
        self.table.row("push", "the sum that Romaine tells", last.get("groups_total"),
                       pages.fixed(sum(self.eyes.stored().values()), 2))
        self.ours = self.comments()
        self.table.row("push", "comments of this day", len(self.ours), 1)
        self.table.note("push", f"{last.get('sent')} cells sent in {took:.1f} s")

    def comments(self):
        """Ours, without those of earlier runs: the highest number is this one's."""
        page = self.eyes.page("?locale=en", locale="")
        found = {id_: text for id_, text in pages.comments(page.text).items()
                 if self.marker in text}
        latest = found[max(found)].split(self.marker)[-1][:8] if found else ""
        return [text for text in found.values() if self.marker + latest in text]

    def push_again(self, kiosk):
        before = self.eyes.groups().shown()
        told, status, _ = kiosk.lines("day", "push", "--order", self.order)
        last = (told[-1:] or [{}])[0].get("orders", [{}])
        self.table.row("again", "day push once more: exit, sent",
                       f"{status} {sum(o.get('sent', 0) for o in last)}", "0 0")
        self.table.row("again", "cells as they were", self.eyes.groups().shown() == before, True)
        self.table.row("again", "comments of this day", len(self.comments()), 1)

    def put_back(self, rows, wanted, fields):
        base = {int(r["cell_id"]): r["base"] for r in rows}
        web = self.eyes.kiosk
        for id_ in wanted:
            cell = self.first.cells[id_]
            web.patch_cell(id_, base[id_] or cell.writes(cell.shown))
        now = self.eyes.receive_page()
        for article, before in fields.items():
            if now.get(article) != before:
                web.patch_received(self.order, article, before or None, self.first.new_units)
        self.table.row("", "results put back: those that differ", len(self.unlike({})), 0)
        self.table.row("", "totals of groups that are stale", len(self.stale()), 0)
        self.table.note("", f"Left on order {self.order}: the comment of this day, marked "
                            f"{self.marker}…].")

    def big(self):
        """Figures, not judged: how a whole pull compares with the same pages asked for barely."""
        order = self.settings.big_order
        self.table.head(f"Figures with order {order}")
        begun = time.monotonic()
        web = self.eyes.kiosk
        sizes = [len(web.get(f"/orders/{order}{rest}&locale=en").text)
                 for rest in ("?view=groups", "?view=articles", "/receive?")]
        bare = time.monotonic() - begun
        kiosk = Kiosk(self.program, self.settings)
        try:
            begun = time.monotonic()
            done = kiosk.run("day", "pull", "--order", order)
            took = time.monotonic() - begun
            self.table.row("big", "day pull: exit", done.returncode, 0)
            cells = len(kiosk.matrix("--order", order)) if done.returncode == 0 else 0
            self.table.note("big", f"{cells} cells, {sum(sizes) / 1e6:.1f} MB: {took:.1f} s, the "
                                   f"three pages alone {bare:.1f} s, ratio {took / bare:.2f}")
        finally:
            kiosk.close()
