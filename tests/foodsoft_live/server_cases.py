"""What the server itself does, on one finished order: the facts that Romaine relies on, numbered as
in docs/foodsoft.md. Every value is put back."""
import contextlib
import threading
from fractions import Fraction

import pages
from web import Web

NOWHERE = 2_000_000_000  # no cell has this id


class ServerCases:
    def __init__(self, settings, table):
        self.settings, self.table, self.order = settings, table, settings.order
        self.kiosk = self.session("kiosk")
        # The language of the address stays for the session.
        self.first = self.groups()
        self.articles = pages.article_cells(self.page("?view=articles").text)
        self.article_of = {cell: a for a, cells in self.articles.items() for cell in cells}

    def session(self, who):
        web = Web(self.settings.url)
        web.login(*self.settings.accounts[who])
        web.get("/?locale=en")
        return web

    def page(self, rest, web=None, locale="&locale=en"):
        return (web or self.kiosk).get(f"/orders/{self.order}{rest}{locale}")

    def groups(self, web=None):
        return pages.Groups(self.page("?view=groups", web).text)

    def shown(self, cell):
        """What stands in one cell; view=articles costs the server less than view=groups."""
        articles = pages.article_cells(self.page("?view=articles").text)
        return pages.decimal(pages.number(articles[self.article_of[cell]][cell][1]))

    def stored(self):
        return pages.stored_totals(
            self.kiosk.get(f"/finance/balancing/{self.order}/confirm?locale=en").text)

    def total_right(self, groups, group):
        return pages.decimal(groups.sums[group], 2) == pages.decimal(self.stored()[group], 2)

    def pick(self, factor_one=True):
        """A cell with a result, of an article that came; the unit shown is the one kept, or not."""
        return [c for c in self.first.cells.values()
                if c.input and c.shown > 0 and c.id in self.article_of
                and (c.factor == 1) == factor_one]

    @contextlib.contextmanager
    def put_back(self, *cells):
        try:
            yield
        finally:
            for cell in cells:
                self.kiosk.patch_cell(cell.id, cell.writes(cell.shown))

    def run(self):
        self.table.head(f"What the server does with order {self.order}")
        self.logins()
        self.roles()
        self.languages()
        self.both_views()
        cells = self.pick()
        if cells:
            self.results(cells[0])
            self.odd_results(cells[0])
            self.refused_writes(cells[0])
            self.received(cells[0])
            self.new_cells(cells[0])
            self.parallel(cells)
        else:
            self.table.skip("6-30", "writes", "the order has no cell with a result to write to")
        self.units()
        left = {c for c, text in self.groups().shown().items() if text != self.first.shown()[c]}
        self.table.row("", "results that differ from before", len(left), 0)
        stale = [g for g, total in self.stored().items()
                 if pages.decimal(total, 2) != pages.decimal(self.first.sums.get(g, 0), 2)]
        self.table.row("", "totals of groups that differ from before", len(stale), 0)

    def redirect(self, reply):
        """302 and where to: login, the co-op's home, elsewhere."""
        if reply.status not in (302, 303):
            return str(reply.status)
        base = self.kiosk.base
        where = {base + "/login": "login", base: "home", base + "/": "home"}
        return f"{reply.status} {where.get(reply.leads_to, 'elsewhere')}"

    def logins(self):
        user, password = self.settings.accounts["kiosk"]
        web = Web(self.settings.url)
        web.login(user, password, token=False)
        self.table.row("1", "login without the page's token: the next page",
                       self.redirect(self.page("?view=groups", web)), "302 login")
        web = Web(self.settings.url)
        reply = web.login(user, password)
        self.table.row("2", "login", self.redirect(reply), "302 home")
        web = Web(self.settings.url)
        reply = web.login(user, password + "x")
        alert = "alert-error" in reply.text or "alert-danger" in reply.text
        self.table.row("2", "wrong password", f"{reply.status}, alert {alert}", "200, alert True")
        self.table.row("2", "wrong password: the next page",
                       self.redirect(self.page("?view=groups", web)), "302 login")

    def roles(self):
        self.table.row("3", "view=groups with finance: cells with a field",
                       all(c.input for c in self.first.cells.values()), True)
        if "pickups" in self.settings.accounts:
            seen = self.groups(self.session("pickups"))
            self.table.row("3", "view=groups with pickups alone: cells, with a field",
                           f"{len(seen.cells)}, {sum(c.input for c in seen.cells.values())}",
                           f"{len(self.first.cells)}, 0")
        else:
            self.table.skip("3", "view=groups with pickups alone", "no such account is named")
        if "member" in self.settings.accounts:
            self.table.row("3", "view=groups without a role",
                           self.redirect(self.page("?view=groups", self.session("member"))),
                           "302 home")
        else:
            self.table.skip("3", "view=groups without a role", "no such account is named")

    def languages(self):
        web = self.session("kiosk")
        for language in ("de", "en"):
            self.page("?view=groups", web, f"&locale={language}")
            after = pages.Groups(self.page("?view=groups", web, "").text)
            self.table.row("4", f"a page without a language after one in {language}",
                           after.language, language)

    def both_views(self):
        wrong = 0
        for cells in self.articles.values():
            for id_, (asked, shown) in cells.items():
                cell = self.first.cells.get(id_)
                said = asked.split("+")
                wrong += (cell is None or cell.shown_text != shown
                          or (pages.number(said[0]), pages.number(said[1]))
                          != (cell.asked, cell.tolerance))
        self.table.row("5", "cells of view=articles that view=groups shows otherwise", wrong, 0)

    def results(self, cell):
        put = cell.shown + Fraction(1, 2)
        others = {c: text for c, text in self.first.shown().items() if c != cell.id}
        with self.put_back(cell):
            for case, what in (("6", "PATCH of a result"), ("7", "the same again")):
                reply = self.kiosk.patch_cell(cell.id, cell.writes(put))
                now = self.groups()
                self.table.row(case, what, f"{reply.status}, script {reply.script}",
                               "200, script True")
                self.table.row(case, what + ": shown", pages.decimal(now.cells[cell.id].shown),
                               pages.decimal(put))
                self.table.row(case, what + ": the other cells are as before",
                               others == {c: t for c, t in now.shown().items() if c != cell.id},
                               True)
                self.table.row(case, what + ": the group's stored total follows",
                               self.total_right(now, cell.group), True)
            self.kiosk.patch_cell(cell.id, "0.7304")
            self.table.row("8", "0.7304 is kept with 3 decimals", self.shown(cell.id), "0.73")

    def odd_results(self, cell):
        """What Romaine therefore never sends."""
        with self.put_back(cell):
            for case, put, becomes in (("9", "1,5", "1"), ("10", "-1", "-1"), ("10", "abc", "0")):
                self.kiosk.patch_cell(cell.id, put)
                self.table.row(case, f"the result {put!r} becomes", self.shown(cell.id), becomes)
            reply = self.kiosk.patch_cell(cell.id, "")
            self.table.row("10", "an empty result is accepted", reply.status, 200)

    def refused_writes(self, cell):
        put, before = cell.writes(cell.shown + 1), pages.decimal(cell.shown)
        changed = pages.decimal(cell.shown + 1)
        with self.put_back(cell):
            if "member" in self.settings.accounts:
                reply = self.session("member").patch_cell(cell.id, put)
                same = self.shown(cell.id) == before
                seen = f"{self.redirect(reply)}, {'un' if same else ''}changed"
                hole = ("200, changed",) if self.first.new_units else ()  # 5.0.0-rc1
                self.table.row("11", "PATCH by an account without a role", seen,
                               "302 home, unchanged", *hole)
                self.kiosk.patch_cell(cell.id, cell.writes(cell.shown))
            else:
                self.table.skip("11", "PATCH by an account without a role", "none is named")
            reply = self.kiosk.patch_cell(cell.id, put, X_CSRF_Token=None)
            self.table.row("12", "PATCH without the token",
                           f"{self.redirect(reply)}, {self.shown(cell.id)}", f"302 login, {before}")
            reply = self.kiosk.write("PATCH", f"/group_order_articles/{cell.id}",
                                     {"group_order_article[result]": put}, Accept="text/html",
                                     X_Requested_With=None)
            self.table.row("12", "PATCH that wants HTML: an error, and yet saved",
                           f"{reply.status >= 400}, {self.shown(cell.id)}", f"True, {changed}")
        self.table.row("13", "PATCH of a cell that is not",
                       self.kiosk.patch_cell(NOWHERE, "1").status, 404)

    def receive_page(self):
        return pages.received_fields(self.kiosk.get(f"/orders/{self.order}/receive?locale=en").text)

    def received(self, cell):
        article = self.article_of[cell.id]
        fields = self.receive_page()
        if article not in fields:
            self.table.skip("19", "units_received", "the order has no receive page")
            return
        before = fields[article]
        put = pages.decimal(pages.number(before) + Fraction(6, 5))
        new = self.first.new_units
        shown = self.groups().shown()
        try:
            reply = self.kiosk.patch_received(self.order, article, put, new)
            self.table.row("19", "PATCH of units_received", f"{reply.status}, "
                           f"{pages.decimal(pages.number(self.receive_page()[article]))}",
                           f"200, {put}")
            self.table.row("19", "PATCH of units_received: the cells stay",
                           self.groups().shown() == shown, True)
            other = pages.decimal(pages.number(put) + 1)
            reply = self.kiosk.patch_received(self.order, article, other, new, whole=False)
            self.table.row("25", "the same without its article: a form, nothing changed",
                           f"{'OrderArticle#update' in reply.text}, "
                           f"{pages.decimal(pages.number(self.receive_page()[article]))}",
                           f"False, {put}")
        finally:
            self.kiosk.patch_received(self.order, article, before or None, new)
        self.table.row("19", "the field afterwards is as before", self.receive_page()[article],
                       before)

    def new_cells(self, cell):
        """In the wrong order the server cannot know the article of the group's cell. The cell is
        one that stands already, with its own value: should it be taken, nothing changes."""
        article = self.article_of[cell.id]
        form = self.kiosk.row(f"/group_order_articles/new.js?order_article_id={article}&locale=en")
        group = pages.ordergroups(form.text).get(cell.group)
        self.table.row("22", "the form for a new cell names the group", group is not None, True)
        if group is None:
            return
        fields = [("group_order_article[ordergroup_id]", group),
                  ("group_order_article[order_article_id]", article),
                  ("group_order_article[result]", cell.writes(cell.shown))]
        reply = self.kiosk.write("POST", "/group_order_articles.js", fields)
        self.table.row("22", "POST of a cell, the group before the article",
                       f"{reply.status}, {len(self.groups().cells)}",
                       f"500, {len(self.first.cells)}")

    def parallel(self, cells):
        group = max({c.group for c in cells}, key=lambda g: sum(c.group == g for c in cells))
        ours = [c for c in cells if c.group == group][:4]
        seen = {}

        def write(cell):
            reply = self.kiosk.patch_cell(cell.id, cell.writes(cell.shown + 1))
            seen[cell.id] = reply.status

        with self.put_back(*ours):
            threads = [threading.Thread(target=write, args=(cell,)) for cell in ours]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            now = self.groups()
            self.table.row("30", f"{len(ours)} PATCHes of a group at once: other than 200, 500",
                           sum(s not in (200, 500) for s in seen.values()), 0)
            self.table.row("30", "the values are there all the same",
                           all(now.cells[c.id].shown == c.shown + 1 for c in ours), True)
            self.kiosk.heal(ours[0].id, self.article_of[ours[0].id])
            self.table.row("30", "the empty PATCH makes the group's stored total right",
                           self.total_right(self.groups(), group), True)

    def units(self):
        if not self.first.new_units:
            self.table.skip("33", "units that differ between page and store", "only 5.x has them")
            return
        cells = self.pick(factor_one=False)
        if not cells:
            self.table.skip("33", "units that differ between page and store", "no such article")
            return
        cell = cells[0]
        with self.put_back(cell):
            for case, put in (("33", "1.052"), ("34", "2"), ("34", "0.813"), ("34", "2.999")):
                self.kiosk.patch_cell(cell.id, put)
                self.table.row(case, f"{put} of the unit kept is shown as, in {cell.unit}",
                               self.shown(cell.id), pages.decimal(Fraction(put) / cell.factor))
