"""Each fault of the fake Foodsoft, as a client sees it and as the state shows it afterwards."""
import http.client
import random
import sys

from fake_foodsoft import VERSIONS, Client, FakeFoodsoft, program_beside

CELL = r"/f/group_order_articles/\d+\.js"
LOST = (http.client.HTTPException, ConnectionError)


def write(client, cell, value):
    """The status, or "lost"."""
    try:
        return client.patch_cell(cell, value).status
    except LOST:
        return "lost"


def faults_of_writes(fake):
    client, cells = fake.client(), fake.cells(fake.orders["main"])
    cell = next(iter(cells))
    group = str(cells[cell]["group_order"])
    for number, (kind, status, done, stale) in enumerate((
            ("delay", 200, True, False), ("slow", 200, True, False), ("reset", "lost", True, False),
            ("lost_after", "lost", True, False), ("lost_before", "lost", False, False),
            ("error_after", 500, True, False), ("error_before", 500, False, False),
            ("stale_after", 500, True, True), ("bad_gateway", 502, False, False),
            ("bad_gateway_after", 502, True, False), ("expired", 302, False, False),
            ("maintenance", 503, False, False), ("html_for_js", 200, True, False))):
        client.login()
        client.patch_cell(cell, "0.5")
        fake.fault(kind, method="PATCH", path=CELL)
        value = f"{number + 1}.75"
        assert write(client, cell, value) == status, kind
        state = fake.state()
        assert state["cells"][str(cell)]["result"] == (value if done else "0.5"), kind
        assert state["group_orders"][group]["stale"] == stale, kind
        # It is over: the next one goes well.
        if kind == "expired":
            client.login()
        assert write(client, cell, "3") == 200 and not fake.state()["group_orders"][group]["stale"], kind
        fake.clear_faults()


def what_replies_look_like(fake):
    client, order = fake.client(), fake.orders["main"]
    path = f"/f/orders/{order}?view=groups"
    fake.fault("bad_gateway", path=r"/f/orders/\d+")
    assert "502 Bad Gateway" in client.get(path).text
    fake.fault("maintenance", path=r"/f/orders/\d+")
    assert "503" in client.get(path).text
    fake.fault("expired", path=r"/f/orders/\d+")
    assert client.get(path).location == "/f/login"
    client.login()
    fake.fault("html_for_js", path=r"/f/group_order_articles/.*")
    reply = client.patch_cell(next(iter(fake.cells(order))), "1")
    assert reply.status == 200 and reply.headers["Content-Type"].startswith("text/html")
    client.get(path)  # says once that somebody logged in
    whole = len(client.get(path).body)
    fake.fault("reset", path=r"/f/orders/\d+")
    try:
        client.get(path)
        raise AssertionError("the page came whole")
    except http.client.IncompleteRead as torn:
        assert 0 < len(torn.partial) < whole
    except ConnectionResetError:
        pass
    fake.fault("slow", path=r"/f/orders/\d+", ms=80)
    assert len(client.get(path).body) == whole
    fake.fault("delay", path=r"/f/orders/\d+", ms=1500)
    try:
        client.get(path, timeout=0.2)
        raise AssertionError("no delay")
    except TimeoutError:
        pass


def rules(fake):
    """The n-th, the next few, every one."""
    client, order = fake.client(), fake.orders["main"]
    path = f"/f/orders/{order}"
    fake.fault("error_before", method="GET", path=path, at=3, times=2)
    assert [client.get(path).status for _ in range(6)] == [200, 200, 500, 500, 200, 200]
    fake.fault("maintenance", path=path, times=-1)
    assert {client.get(path).status for _ in range(5)} == {503}
    assert client.get("/f/orders").status == 200
    told = fake.admin("GET", "/faults")
    assert [rule["fired"] for rule in told["rules"]] == [2, 5]
    assert told["fired"] == {"error_before": 2, "maintenance": 5}
    fake.clear_faults()
    assert client.get(path).status == 200


def dice(fake, seed):
    """The same seed gives the same faults to the same requests; every kind comes up."""
    order = fake.orders["main"]
    cells = list(fake.cells(order))

    def run():
        fake.random_faults(seed, 0)
        client, seen = fake.client(), []
        fake.random_faults(seed, 0.5)
        for number in range(120):
            seen.append(write(client, cells[number % len(cells)], "1.5"))
            if seen[-1] == 302:
                fake.random_faults(seed + number, 0)
                client.login()
                fake.random_faults(seed + number, 0.5)
        fake.clear_faults()
        return seen

    first, second = run(), run()
    assert first == second, seed
    assert {"lost", 200, 500} <= set(first), (seed, set(first))
    assert len(fake.admin("GET", "/faults")["fired"]) >= 10, seed


def admin(fake):
    for wrong in ({"do": "nonsense"}, {"do": "set_cell", "cell": 999999, "result": "1"}):
        try:
            fake.admin("POST", "/do", wrong)
            raise RuntimeError(wrong)
        except AssertionError:
            pass
    cell, data = next(iter(fake.cells(fake.orders["main"]).items()))
    fake.do("set_cell", cell=cell, result="4.5", stale=True)
    assert fake.state()["group_orders"][str(data["group_order"])]["stale"]
    fake.do("set_cell", cell=cell, result=None)
    assert fake.cells(fake.orders["main"])[cell]["result"] is None
    fake.do("receive", order=fake.orders["main"], units={data["article"]: "1"})
    assert fake.state()["articles"][str(data["article"])]["units_received"] == "1"
    client = fake.client()
    fake.admin("DELETE", "/writes")
    client.patch_cell(cell, "2.5")
    client.comment(fake.orders["main"], "nothing is missing")
    log = fake.writes()
    assert [entry["path"] for entry in log] == [f"/f/group_order_articles/{cell}.js", "/f/order_comments.js"]
    assert log[0]["fields"] == [["group_order_article[result]", "2.5"]] and log[0]["status"] == 200
    assert fake.state()["writes"] == 2 and "distribution" not in str(log)
    fake.do("set_roles", user="kiosk", finance=False)
    assert client.get(f"/f/finance/balancing/{fake.orders['main']}/confirm").location == "/f"
    fake.do("expire_sessions")
    assert client.get("/f/orders").location == "/f/login"


def body_cut_short(fake):
    """A request that does not come whole is not carried out."""
    import socket
    client, cell = fake.client(), next(iter(fake.cells(fake.orders["main"])))
    before = fake.cells(fake.orders["main"])[cell]
    head = (f"PATCH /f/group_order_articles/{cell}.js HTTP/1.1\r\nHost: 127.0.0.1:{fake.port}\r\n"
            f"Cookie: {client.cookie}\r\nX-CSRF-Token: {client.token}\r\nContent-Length: 400\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n\r\ngroup_order_article[result]=9")
    with socket.create_connection(("127.0.0.1", fake.port)) as wire:
        wire.sendall(head.encode())
    client.get("/f/orders")
    assert fake.cells(fake.orders["main"])[cell] == before


def main():
    program = program_beside(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 31)
    print("seed", seed)
    for version in VERSIONS:
        for part in (faults_of_writes, what_replies_look_like, rules, admin, body_cut_short):
            with FakeFoodsoft(program, version) as fake:
                part(fake)
        with FakeFoodsoft(program, version) as fake:
            dice(fake, seed)
    # It ends with its stdin, and with a signal.
    fake = FakeFoodsoft(program, VERSIONS[0])
    assert fake.close() == 0
    fake = FakeFoodsoft(program, VERSIONS[1], "--fault-seed", 3, "--fault-rate", 0.2)
    client = Client(fake.port)
    for _ in range(40):
        try:
            client.get("/f/login")
        except LOST:
            pass
    assert fake.admin("GET", "/faults")["fired"]
    fake.process.terminate()
    assert fake.close() == 0


if __name__ == "__main__":
    main()
