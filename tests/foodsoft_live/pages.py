"""What the cases need to know of a server's pages, read apart from Romaine's own parsers, so that
the two can disagree. Numbers are Fractions; pages in English."""
import html
import re
from fractions import Fraction


def number(text):
    """What a page writes: a currency mark, commas by the thousand, blanks of all kinds."""
    return Fraction(re.sub(r"[^0-9.\-]", "", text) or "0")


def fixed(value, places):
    """Rounded as the server does, half away from zero."""
    units = int(abs(Fraction(value)) * 10**places + Fraction(1, 2))
    text = f"{units // 10**places}.{units % 10**places:0{places}d}"
    return "-" + text if value < 0 and units else text


def decimal(value, places=3):
    """The same without zeros at the end."""
    return fixed(value, places).rstrip("0").rstrip(".")


def plain(markup):
    return html.unescape(re.sub(r"<[^>]*>", "", markup)).strip()


def attribute(tag, name):
    found = re.search(rf"""\s{name}=(?:"([^"]*)"|'([^']*)')""", tag)
    if not found:
        return None
    return html.unescape(found.group(1) if found.group(1) is not None else found.group(2))


class Cell:
    """A line of view=groups. `shown` is in the unit that the page shows; times `factor` it is in
    the unit in which the server keeps results."""

    def __init__(self, id_, group, row):
        self.id, self.group = id_, group
        fields = re.findall(r"<td\b[^>]*>.*?</td>", row, re.S)
        self.article, self.unit = plain(fields[0]), plain(fields[1])
        asked = plain(fields[2]).split("+")
        self.asked, self.tolerance = number(asked[0]), number(asked[1])
        tag = re.search(rf'<input[^>]*\bid="r_{id_}"[^>]*>', fields[3])
        self.input = tag is not None
        self.shown_text = (attribute(tag.group(0), "value") or "") if tag else plain(fields[3])
        self.shown = number(self.shown_text)
        times = attribute(tag.group(0), "data-multiply-before-submit") if tag else None
        self.factor = Fraction(times).limit_denominator(10**9) if times else Fraction(1)
        price = re.search(r"class='price'[^>]*data-value='([^']*)'", row)
        self.price = Fraction(price.group(1)) if price else None

    def writes(self, shown):
        """What to send so that the page shows `shown` again."""
        return decimal(shown * self.factor)


class Groups:
    """view=groups: the cells by id, the sums by group."""

    def __init__(self, text):
        self.new_units = "data-multiply-before-submit" in text
        self.language = (re.search(r"<html[^>]*lang=['\"](\w+)", text) or [None, ""])[1]
        self.cells, self.sums = {}, {}
        for body in re.findall(r"<tbody id='group_order_\d+'>.*?</tbody>", text, re.S):
            group = plain(re.search(r"<h4 class='name'>(.*?)</h4>", body, re.S).group(1))
            for id_, row in re.findall(r"<tr [^>]*id='goa_(\d+)'>(.*?)</tr>", body, re.S):
                self.cells[int(id_)] = Cell(int(id_), group, row)
            summed = re.search(r"class='(?:price_sum|total)'[^>]*data-value='([^']*)'", body)
            self.sums[group] = Fraction(summed.group(1)) if summed else Fraction(0)
            total = re.search(r"class='total'[^>]*data-value='([^']*)'", body)
            if total:
                self.sums[group] = Fraction(total.group(1))

    def shown(self):
        return {id_: cell.shown_text for id_, cell in self.cells.items()}


def article_cells(text):
    """view=articles: {order article: {cell: (asked, shown)}}."""
    found = {}
    for article, body in re.findall(r"<tbody id='oa_(\d+)'>(.*?)</tbody>", text, re.S):
        rows = {}
        for id_, row in re.findall(r"<tr [^>]*id='goa_(\d+)'>(.*?)</tr>", body, re.S):
            fields = re.findall(r"<td\b[^>]*>.*?</td>", row, re.S)
            tag = re.search(rf'<input[^>]*\bid="r_{id_}"[^>]*>', row)
            shown = attribute(tag.group(0), "value") if tag else plain(fields[2])
            rows[int(id_)] = (re.sub(r"\s+", " ", plain(fields[1])), shown)
        found[int(article)] = rows
    return found


def received_fields(text):
    """The receive page: {order article: what stands in the field, empty where nothing does}."""
    fields = {}
    for tag in re.findall(r"<input[^>]*order_articles\[\d+\]\[units_received\][^>]*>", text):
        article = int(re.search(r"order_articles\[(\d+)\]", tag).group(1))
        fields[article] = attribute(tag, "value") or ""
    return fields


def stored_totals(text):
    """The page that settling shows first: {group: total with transport, as stored}."""
    rows = re.findall(r"<tr[^>]*>\s*<td>(.*?)</td>\s*<td class='numeric'>(.*?)</td>", text, re.S)
    return {plain(name): number(plain(total)) for name, total in rows}


def comments(text):
    found = re.findall(r"<div class='comment[^>]*id='order_comment_(\d+)'>(.*?)</div>", text, re.S)
    return {int(id_): plain(re.sub(r"<br[^>]*>", "\n", body)) for id_, body in found}


def user_id(text):
    tag = re.search(r'<input[^>]*name="order_comment\[user_id\]"[^>]*>', text)
    return int(attribute(tag.group(0), "value"))


def ordergroups(script):
    """The form for a new cell, in a script: {group: its id}."""
    found = re.findall(r'<option value=\\"(\d+)\\">(.*?)<\\/option>', script)
    return {plain(name.replace("\\'", "'")): int(id_) for id_, name in found}
