"""What a played day must come to, worked out apart from Romaine: from the database's own figures of
the recorded orders and from what the script does at the scale, with Python's decimals."""
import csv
import dataclasses
import gzip
import pathlib
from decimal import ROUND_HALF_UP, Decimal

# Grams that one unit of the recorded orders is; anything else is counted.
GRAMS = {"1 kg": 1000, "500 g": 500, "200 g": 200, "pièce ~1,5 kg": 1500, "KGM": 1000, "GRM": 1}
# Units of 5.x that are a mass by the ratio of their article: (supplier unit, group unit, ratios).
RATIO_GRAMS = {("XPP", "XPP", "1.500 KGM"): 1500}
THOUSANDTH = Decimal("0.001")


@dataclasses.dataclass
class Cell:
    cell: int
    order: int
    article: str
    ordergroup: str
    target: Decimal
    grams: int | None  # of one unit; None: counted

    @property
    def target_grams(self):
        return int((self.target * self.grams).quantize(Decimal(1), ROUND_HALF_UP))


def read_truth(path):
    """The cells of a dump of the database, in the order of the file."""
    cells = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            ratio = (row.get("supplier_order_unit"), row.get("group_order_unit"), row.get("ratios"))
            unit = row["unit"] or row.get("group_order_unit")
            grams = RATIO_GRAMS.get(ratio) or GRAMS.get(unit)
            cells.append(Cell(int(row["goa_id"]), int(row["order_id"]), row["article"],
                              row["ordergroup"], Decimal(row["result"]), grams))
    return cells


@dataclasses.dataclass
class Outcome:
    """What one cell must come to."""
    result: Decimal | None = None  # None: nothing recorded
    cause: str = ""
    state: str = "to_do"


def weighed(cell, grams):
    """Grams to the server's three decimals, halves away from zero."""
    return (Decimal(grams) / cell.grams).quantize(THOUSANDTH, ROUND_HALF_UP)


def plain(value):
    """A decimal as the contract writes it: no trailing zeros, no exponent."""
    text = format(value.normalize(), "f")
    return "0" if text == "-0" else text


def results_of(folder, order):
    with open(pathlib.Path(folder) / f"order-{order}" / "results.csv", encoding="utf-8", newline="") as f:
        return {int(row["cell_id"]): row for row in csv.DictReader(f)}
