"""What the tests of the fake Foodsoft's traps share: short looks into its state, and the run of a
module's traps, each against a fresh server of each version."""
import sys
import threading

from fake_foodsoft import VERSIONS, FakeFoodsoft, program_beside

FOUR = "4.9.2"


def cell_ids(fake, order="main"):
    return sorted(fake.cells(fake.orders[order]))


def result(fake, cell):
    return fake.state()["cells"][str(cell)]["result"]


def article_of(fake, cell):
    return fake.state()["cells"][str(cell)]["article"]


def receive_article(fake, client, order, article, units):
    about = {"article": {}} if fake.version == FOUR else {"article_version": {"x": 1}}
    return client.write_json("PATCH", f"/f/orders/{order}/order_articles/{article}.js",
                             dict(about, order_article={"units_received": units}))


def parallel(fake, cells):
    replies = [None] * len(cells)
    clients = [fake.client() for _ in cells]

    def write(n):
        replies[n] = clients[n].patch_cell(cells[n], f"{n + 1}.25").status

    threads = [threading.Thread(target=write, args=(n,)) for n in range(len(cells))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return replies


def run(names):
    """Every function of the module that calls whose only argument is `fake`."""
    traps = [value for value in names.values()
             if callable(value) and getattr(value, "__module__", "") == "__main__" and
             value.__code__.co_varnames[:1] == ("fake",) and value.__code__.co_argcount == 1]
    assert len(traps) >= 8, len(traps)
    program = program_beside(sys.argv[1])
    for version in VERSIONS:
        for trap in traps:
            with FakeFoodsoft(program, version) as fake:
                try:
                    trap(fake)
                except Exception as error:
                    raise AssertionError(f"{version}: {trap.__name__}: {error}") from error
    return program
