"""The fake Foodsoft behaves as the real one in every trap of sections 10 and 14 of the contract:
one function a trap, each for both versions. What a case is numbered in section 10 stands with it."""
import re
import sys
import threading

from fake_foodsoft import VERSIONS, Client, FakeFoodsoft, program_beside

FOUR = "4.9.2"


def cell_ids(fake, order="main"):
    return sorted(fake.cells(fake.orders[order]))


def result(fake, cell):
    return fake.state()["cells"][str(cell)]["result"]


def article_of(fake, cell):
    return fake.state()["cells"][str(cell)]["article"]


def no_token_no_session(fake):  # 1
    client = Client(fake.port)
    reply = client.login(token=False)
    assert reply.status == 302 and reply.location == "/f"
    assert client.get(f"/f/orders/{fake.orders['main']}").location == "/f/login"


def login(fake):  # 2
    client = Client(fake.port)
    refused = client.login(password="wrong")
    alert = "alert-error" if fake.version == FOUR else "alert-danger"
    assert refused.status == 200 and f"alert fade in {alert}" in refused.text
    reply = client.login()
    assert reply.status == 302 and reply.location == "/f"
    assert ("redirected" in reply.text) == (fake.version == FOUR)
    # A refused address is where the next login leads.
    client = Client(fake.port)
    client.get("/f/pickups")
    assert client.login().location == "/f/pickups"
    assert client.get("/f/logout").location == "/f/login"
    assert client.get("/f/pickups").location == "/f/login"


def roles(fake):  # 3
    order = fake.orders["main"]
    client, weak, none = fake.client(), fake.client("pesee"), fake.client("membre")
    row = f"order_article_id={article_of(fake, cell_ids(fake)[0])}"
    assert none.get(f"/f/orders/{order}?view=groups").location == "/f"
    assert 'name="group_order_article[result]"' in client.get(f"/f/orders/{order}?view=groups").text
    assert 'name="group_order_article[result]"' not in weak.get(f"/f/orders/{order}?view=groups").text
    assert weak.get("/f/orders").location == "/f" and client.get("/f/orders").status == 200
    assert none.get("/f/pickups").location == "/f"
    assert weak.get_js(f"/f/orders/{order}/receive_on_order_article_update.js?{row}").status == 200
    for path in (f"/f/finance/balancing/{order}/confirm", "/f/finance/ordergroups",
                 f"/f/finance/balancing/{order}/new_on_order_article_update.js?{row}",
                 f"/f/group_order_articles/new.js?{row}"):
        assert weak.get_js(path).location == "/f", path
        assert client.get_js(path).status == 200, path


def sticky_locale(fake):  # 4
    client, order = fake.client(), fake.orders["main"]
    cell = cell_ids(fake)[0]
    client.patch_cell(cell, "1.5")
    client.get(f"/f/orders/{order}?locale=de")
    page = client.get(f"/f/orders/{order}?view=groups").text
    assert "<html lang='de'>" in page
    shown = re.search(rf'id="r_{cell}" value="([^"]*)"', page).group(1)
    assert shown == ("1,5" if fake.version == FOUR else "1.5")
    assert "<html lang='en'>" in client.get(f"/f/orders/{order}?locale=en").text


def values(fake):  # 8, 9, 10, rounding of 14.5
    client, cell = fake.client(), cell_ids(fake)[0]
    for sent, stored in (("2.5", "2.5"), ("0.7304", "0.73"), ("0.0005", "0.001"),
                         ("2.0005", "2.001"), ("1.2344999999", "1.234"), ("1,5", "1"),
                         ("1,234.5", "1234.5"), ("-1", "-1"), ("abc", "0"), ("", None),
                         ("1e3", "1000"), (" 2.5 ", "2.5"), (".5", "0.5"), ("2.", "2"),
                         ("+3", "3"), ("1e-4", "0"), ("٣", "0"), ("99999.999", "99999.999")):
        reply = client.patch_cell(cell, sent)
        assert reply.status == 200 and result(fake, cell) == stored, (sent, result(fake, cell))
    client.patch_cell(cell, "7")
    for sent in ("NaN", "100000", "Infinity"):
        assert client.patch_cell(cell, sent).status == 500
        assert result(fake, cell) == "7"
    client.get("/f/?locale=de")
    client.patch_cell(cell, "1,5")
    assert result(fake, cell) == "1.5"


def ordinary_patch(fake):  # 6, 7
    client, order = fake.client(), fake.orders["main"]
    before = fake.state()
    cell = cell_ids(fake)[0]
    group = str(before["cells"][str(cell)]["group_order"])
    for _ in range(2):
        reply = client.patch_cell(cell, "2.375")
        assert reply.status == 200 and reply.headers["Content-Type"].startswith("text/javascript")
        assert f"group_order_article_id: {cell}," in reply.text
        after = fake.state()
        assert f"group_order_article_price: {after['cells'][str(cell)]['price']}" in reply.text
        assert not after["group_orders"][group]["stale"]
        changed = [key for key in before["cells"] if before["cells"][key] != after["cells"][key]]
        assert changed == [str(cell)] and before["balances"] == after["balances"]
    assert f"id=\"r_{cell}\"" in client.get(f"/f/orders/{order}?view=groups").text


def role_hole(fake):  # 11
    cell = cell_ids(fake)[0]
    reply = fake.client("membre").patch_cell(cell, "2.125")
    if fake.version == FOUR:
        assert reply.location == "/f" and result(fake, cell) != "2.125"
    else:
        assert reply.status == 200 and result(fake, cell) == "2.125"


def ways_of_asking(fake):  # 12
    client, cell = fake.client(), cell_ids(fake)[0]
    path = f"/f/group_order_articles/{cell}"
    token = {"X-CSRF-Token": client.token}
    assert client.send("PATCH", path + ".js", {"group_order_article[result]": "9"}).location == "/f/login"
    assert result(fake, cell) != "9"
    for number, accept in enumerate(("text/html", "application/json"), 2):
        reply = client.send("PATCH", path, {"group_order_article[result]": str(number)},
                            dict(token, Accept=accept))
        assert reply.status == 500 and result(fake, cell) == str(number), accept
    for sent in (lambda: client.send("PATCH", path + ".js", {"group_order_article[result]": "2.125"}, token),
                 lambda: client.send("PATCH", path, {"group_order_article[result]": "2.125"},
                                     dict(token, Accept="text/javascript")),
                 lambda: client.write("POST", path + ".js",
                                      {"_method": "patch", "group_order_article[result]": "2.125"}),
                 lambda: client.write_json("PATCH", path + ".js", {"group_order_article": {"result": 2.125}})):
        client.patch_cell(cell, "0")
        assert sent().status == 200 and result(fake, cell) == "2.125"
    # A token in the form does as well; a foreign Origin spoils a good one.
    body = {"group_order_article[result]": "3", "authenticity_token": client.token}
    assert client.send("PATCH", path + ".js", body).status == 200
    assert client.send("PATCH", path + ".js", body, {"Origin": "http://elsewhere"}).location == "/f/login"


def unknown_things(fake):  # 13
    client = fake.client()
    assert client.patch_cell(9999999, "1").status == 404
    assert client.get("/f/orders/9999").status == 404
    cell = cell_ids(fake)[0]
    reply = client.write("PATCH", f"/f/group_order_articles/{cell}.js", {"group_order_article[weight]": "1"})
    assert reply.status == 500


def closed_order(fake):  # 14, 15, 16, table 4.11
    client, order = fake.client(), fake.orders["main"]
    cell = cell_ids(fake)[0]
    client.patch_cell(cell, "3")
    article = article_of(fake, cell)
    one = float(fake.state()["cells"][str(cell)]["price"]) / 3
    client.write("POST", f"/f/finance/balancing/{order}/close", {"type": "1"})
    assert fake.state()["orders"][str(order)]["state"] == "closed"
    reply = client.patch_cell(cell, "9")
    told = float(re.search(r"_price: ([\d.]+)", reply.text).group(1))
    assert reply.status == 200 and abs(told - 9 * one) < 1e-9, "the price of what was not saved"
    assert result(fake, cell) == "3"
    made = client.write("POST", "/f/group_order_articles.js",
                        [("group_order_article[order_article_id]", article),
                         ("group_order_article[ordergroup_id]", 30)])
    assert made.status == 200 and "$('#modalContainer').html(" in made.text
    assert client.comment(order, "after").status == 200
    receive_article(fake, client, order, article, "4.25")
    assert fake.state()["articles"][str(article)]["units_received"] == "4.25"
    client.write("PATCH", f"/f/group_order_articles/{cell}.js", {"delta": "1"})
    assert result(fake, cell) == "4"
    client.write("DELETE", f"/f/group_order_articles/{cell}.js", {})
    assert result(fake, cell) == "0"
    # Receive opens it again, and a second settling charges everybody again.
    charged = fake.state()["balances"]
    client.write("POST", f"/f/orders/{order}/receive", {})
    assert fake.state()["orders"][str(order)]["state"] == "received"
    client.write("POST", f"/f/finance/balancing/{order}/close", {"type": "1"})
    assert fake.state()["balances"] != charged
    again = fake.state()["balances"]
    client.write("POST", f"/f/finance/balancing/{order}/close", {"type": "1"})
    assert fake.state()["balances"] == again


def settled_pages(fake):  # 14.4, 2b
    client, order = fake.client(), fake.orders["settled"]
    page = client.get(f"/f/orders/{order}?view=groups").text
    exact = sorted(cell["result"] for cell in fake.cells(order).values())
    assert "0.456" in exact and "2.999" in exact
    assert "input-delta'>0.456<" in page and "input-delta'>2.999<" in page
    assert "input-delta'>0,46<" in client.get(f"/f/orders/{order}?view=groups&locale=de").text
    client.get("/f/?locale=en")
    assert 'name="group_order_article[result]"' not in page
    row = client.get_js(f"/f/finance/balancing/{order}/new_on_order_article_update.js?order_article_id="
                        f"{article_of(fake, cell_ids(fake, 'settled')[0])}").text
    assert "/edit" not in row and "new?order_article_id=" not in row and "<input" not in row


def receive_article(fake, client, order, article, units):
    about = {"article": {}} if fake.version == FOUR else {"article_version": {"x": 1}}
    return client.write_json("PATCH", f"/f/orders/{order}/order_articles/{article}.js",
                             dict(about, order_article={"units_received": units}))


def redistribution(fake):  # 17, 18
    client, order = fake.client(), fake.orders["main"]
    cell = cell_ids(fake)[0]
    article = article_of(fake, cell)
    own = [key for key, value in fake.cells(order).items() if value["article"] == article]
    client.patch_cell(cell, "2.5")
    reply = client.write("POST", f"/f/orders/{order}/receive",
                         {f"order_articles[{article}][units_received]": "3", "rest_to_tolerance": "1"})
    assert reply.status == 302 and reply.location == f"/f/orders/{order}"
    state = fake.state()
    results = [state["cells"][str(key)] for key in sorted(own)]
    rest = 3.0
    for value in results:
        want = min(float(value["quantity"]), rest)
        assert float(value["result"]) == float(value["computed"]) == want, results
        rest -= want
    assert state["orders"][str(order)]["state"] == "received"
    assert not any(group["stale"] for group in state["group_orders"].values() if group["order"] == order)
    # The same amount again: nothing is handed out anew.
    client.patch_cell(cell, "2.5")
    client.write("POST", f"/f/orders/{order}/receive", {f"order_articles[{article}][units_received]": "3"})
    assert result(fake, cell) == "2.5"
    assert fake.client("pesee").write("POST", f"/f/orders/{order}/receive", {}).location == "/f/pickups"


def received_without_redistribution(fake):  # 19, 20, 25
    client, order = fake.client(), fake.orders["main"]
    cell = cell_ids(fake)[0]
    article = article_of(fake, cell)
    client.patch_cell(cell, "2.5")
    before = fake.cells(order)
    places = 3 if fake.version == FOUR else 6
    for sent, stored in (("4.2", "4.2"), ("3,5", "3"), ("-3", "-3"), ("", None),
                         ("1.23456789", str(round(1.23456789, places)))):
        reply = receive_article(fake, client, order, article, sent)
        assert reply.status == 200 and "OrderArticle#update" in reply.text
        assert fake.state()["articles"][str(article)]["units_received"] == stored, (sent, stored)
    receive_article(fake, client, order, article, "4.2")
    without = client.write("PATCH", f"/f/orders/{order}/order_articles/{article}.js",
                           {"order_article[units_received]": "9"})
    assert without.status == 200 and "OrderArticle#update" not in without.text
    assert fake.state()["articles"][str(article)]["units_received"] == "4.2"
    assert fake.cells(order) == before
    page = client.get(f"/f/orders/{order}/receive").text
    row = re.search(rf"id='order_article_{article}'.*?</tr>", page, re.S).group()
    assert 'value="4.2"' in row and "disabled" in row and "unlocker" in row
    client.write("POST", f"/f/orders/{order}/receive", {})
    assert fake.cells(order) == before and fake.state()["orders"][str(order)]["state"] == "received"
    assert receive_article(fake, fake.client("pesee"), order, article, "1").location == "/f"


def made_cells(fake):  # 21, 22, 23
    client, order = fake.client(), fake.orders["main"]
    article = article_of(fake, cell_ids(fake)[0])

    def make(*fields):
        return client.write("POST", "/f/group_order_articles.js",
                            [(f"group_order_article[{name}]", value) for name, value in fields])

    first = make(("order_article_id", article), ("ordergroup_id", 30), ("result", "0.5"))
    second = make(("order_article_id", article), ("ordergroup_id", 30), ("result", "0.75"))
    (one, two) = (re.search(r"group_order_article_id: (\d+)", r.text).group(1) for r in (first, second))
    assert first.status == second.status == 200 and one == two and "#create" in second.text
    assert result(fake, one) == "0.75" and f"id='goa_{one}'" in client.get(f"/f/orders/{order}?view=groups").text
    assert make(("ordergroup_id", 31), ("order_article_id", article)).status == 500
    client.write("DELETE", f"/f/group_order_articles/{one}.js", {})
    assert one not in fake.state()["cells"]
    ordered = cell_ids(fake)[0]
    client.write("DELETE", f"/f/group_order_articles/{ordered}.js", {})
    assert result(fake, ordered) == "0"


def comments(fake):  # 24, 14.5
    client, order = fake.client(), fake.orders["main"]
    assert client.comment(order, "ab").status == 500
    assert client.comment(order, "x" * 65536).status == 500
    assert client.comment(order, "é" * 32768).status == 500
    assert client.comment(order, b"abc\xff\xfe").status == 500
    assert fake.state()["comments"] == []
    assert client.comment(order, "x" * 65535).status == 200
    text = "Belleville <haut> : 2 kg & plus\nO'Brien &lt;fils&gt; 😀 [romaine:4-1a2b]"
    reply = client.comment(order, text)
    assert reply.status == 200 and reply.text.startswith("$('#comments').html(")
    page = client.get(f"/f/orders/{order}").text
    assert page.count("[romaine:4-1a2b]") == 1
    assert "Belleville  : 2 kg &amp; plus\n<br />O'Brien &lt;fils&gt; 😀" in page
    assert '<a href="#comments">Comments</a>' in page and "Comments</a>" not in client.get(
        f"/f/orders/{order}.js", headers={"X-Requested-With": "XMLHttpRequest"}).text
    # Anybody, in anybody's name.
    assert fake.client("membre").comment(order, "in her name", user=6).status == 200
    assert fake.state()["comments"][-1]["user"] == 6


def prices(fake):  # 26
    client, order = fake.client(), fake.orders["main"]
    article = article_of(fake, cell_ids(fake)[0])
    path = f"/f/orders/{order}/order_articles/{article}.js"

    def price(**more):
        if fake.version == FOUR:
            about = {"article": {}, "article_price": dict(price="2.50", **more)}
        else:
            about = {"article_version": {"price": "2.50"}}
        client.write_json("PATCH", path, dict(about, order_article={"units_received": ""}))
        return fake.state()["articles"][str(article)]["price"]

    if fake.version == FOUR:
        assert price() != "2.5"
    assert price(tax="7", deposit="0", unit_quantity="1") == "2.5"
    assert not any(group["stale"] for group in fake.state()["group_orders"].values())


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


def lost_race(fake):  # 30, "heal a stale total" of 14.5
    fake.timing(patch=400)
    cells = fake.cells(fake.orders["main"])
    group = next(iter(cells.values()))["group_order"]
    own = [key for key, cell in cells.items() if cell["group_order"] == group][:6]
    replies = parallel(fake, own)
    assert sorted(replies) == [200, 500, 500, 500, 500, 500], replies
    state = fake.state()
    assert [state["cells"][str(key)]["result"] for key in own] == [f"{n + 1}.25" for n in range(6)]
    assert state["group_orders"][str(group)]["stale"]
    # Settling would show it, the page of the groups does not.
    client, order = fake.client(), fake.orders["main"]
    name = state["group_orders"][str(group)]["name"]
    stored = re.search(re.escape(name.replace("'", "&#39;").replace("<", "&lt;").replace(">", "&gt;"))
                       + r"</td>\n<td class='numeric'>€.([\d.]+)<", client.get(f"/f/finance/balancing/{order}/confirm").text)
    assert float(stored.group(1)) == float(state["group_orders"][str(group)]["stored"])
    page = client.get(f"/f/orders/{order}?view=groups").text
    sums = re.search(rf"id='group_order_{group}'.*?price_sum' colspan='2' data-value='([\d.]+)'", page, re.S)
    assert abs(float(sums.group(1)) - float(state["group_orders"][str(group)]["sum"])) < 0.006
    fake.timing(patch=0)
    before = fake.cells(order)
    healed = client.write("PATCH", f"/f/group_order_articles/{own[0]}.js",
                          {"group_order_article[order_article_id]": cells[own[0]]["article"]})
    assert healed.status == 200 and fake.cells(order) == before
    assert not fake.state()["group_orders"][str(group)]["stale"]
    # Over different groups nothing collides.
    fake.timing(patch=200)
    firsts = {cell["group_order"]: key for key, cell in reversed(list(cells.items()))}
    assert set(parallel(fake, list(firsts.values())[:5])) == {200}


def stock_order_race(fake):  # contracts 8: never two of one article on a stock order of 4.x
    fake.timing(patch=300)
    cells = fake.cells(fake.orders["stock"])
    article = next(iter(cells.values()))["article"]
    own = [key for key, cell in cells.items() if cell["article"] == article][:2]
    assert sorted(parallel(fake, own)) == ([200, 500] if fake.version == FOUR else [200, 200])


def stock_order(fake):
    client, order = fake.client(), fake.orders["stock"]
    page = client.get(f"/f/orders/{order}").text
    assert f'data-method="delete" href="/f/orders/{order}"' in page and f"/f/orders/{order}/receive" not in page
    assert client.get(f"/f/orders/{order}/receive").status == (500 if fake.version == FOUR else 200)
    cell = cell_ids(fake, "stock")[0]
    article = article_of(fake, cell)
    client.patch_cell(cell, "1.5")
    total = sum(float(c["result"]) for c in fake.cells(order).values() if c["article"] == article)
    if fake.version == FOUR:
        assert fake.state()["articles"][str(article)]["units_to_order"] == str(int(total))


def transport(fake):
    client, order = fake.client(), fake.orders["transport"]
    state = fake.state()
    page = client.get(f"/f/orders/{order}?view=groups").text
    confirm = client.get(f"/f/finance/balancing/{order}/confirm").text
    for key, group in state["group_orders"].items():
        if group["order"] != order:
            continue
        own = re.search(rf"id='group_order_{key}'.*?</tbody>", page, re.S).group()
        cells = float(re.search(r"price_sum' colspan='2' data-value='([\d.]+)'", own).group(1))
        with_transport = float(re.search(r"class='total' colspan='2' data-value='([\d.]+)'", own).group(1))
        assert abs(with_transport - cells - 1.5) < 1e-9
        assert f"{float(group['stored']) + 1.5:.2f}" in confirm


def null_result(fake):  # 10, 14.5
    client, order = fake.client(), fake.orders["main"]
    cell = next(key for key, c in fake.cells(order).items() if c["result"] not in ("0", None))
    shown = client.get(f"/f/orders/{order}?view=groups").text
    group = str(fake.cells(order)[cell]["group_order"])
    charged = fake.state()["group_orders"][group]
    client.patch_cell(cell, "")
    state = fake.state()
    assert state["cells"][str(cell)]["result"] is None
    assert state["group_orders"][group] == charged
    row = rf"<tr class='[^']*' id='goa_{cell}'>.*?</tr>"
    assert re.search(row, client.get(f"/f/orders/{order}?view=groups").text, re.S).group() == \
        re.search(row, shown, re.S).group()


def orphan(fake):  # 14.5
    client, order = fake.client(), fake.orders["main"]
    cell, data = next(iter(fake.cells(order).items()))
    fake.do("delete_group_order", group_order=data["group_order"])
    row = f"order_article_id={data['article']}"
    assert client.patch_cell(cell, "2.75").status == 500 and result(fake, cell) == "2.75"
    page = client.get(f"/f/orders/{order}?view=groups")
    assert page.status == 200 and f"goa_{cell}'" not in page.text
    for path in (f"/f/orders/{order}?view=articles", f"/f/finance/balancing/new?order_id={order}",
                 f"/f/finance/balancing/{order}/new_on_order_article_update.js?{row}"):
        assert client.get_js(path).status == 500, path


def article_row(fake):  # 14.5
    client, order = fake.client(), fake.orders["main"]
    cell = next(key for key, c in fake.cells(order).items() if c["result"] not in ("0", None))
    path = (f"/f/finance/balancing/{order}/new_on_order_article_update.js"
            f"?order_article_id={article_of(fake, cell)}")
    assert client.get(path).status == 422
    reply = client.get_js(path)
    assert f"group_order_article_{cell}" in reply.text
    client.patch_cell(cell, "0")
    gone = client.get_js(path)
    assert f"group_order_article_{cell}" not in gone.text
    tag = gone.headers["ETag"]
    assert client.get(path, headers={"X-Requested-With": "XMLHttpRequest", "If-None-Match": tag}).status == 304


def pages_of_groups(fake):  # 14.5: deleted, renamed
    client, order = fake.client(), fake.orders["main"]
    cell, data = next(iter(fake.cells(order).items()))
    fake.do("delete_ordergroup", ordergroup=data["ordergroup"])
    assert data["group"].replace("'", "&#39;") + " †" in client.get(f"/f/orders/{order}?view=groups").text
    assert client.patch_cell(cell, "1.5").status == 200 and result(fake, cell) == "1.5"
    form = client.get_js(f"/f/group_order_articles/new.js?order_article_id={data['article']}").text
    assert f'value=\\"{data["ordergroup"]}\\"' not in form
    other = next(c for c in fake.cells(order).values() if c["ordergroup"] != data["ordergroup"])
    fake.do("rename_ordergroup", ordergroup=other["ordergroup"], name="Neue Gruppe")
    assert "Neue Gruppe" in client.get(f"/f/finance/balancing/{order}/confirm").text


def deleted_rows(fake):  # 14.5
    client, order = fake.client(), fake.orders["main"]
    cell = next(key for key, c in fake.cells(order).items() if c["result"] not in ("0", None))
    article = article_of(fake, cell)
    fake.do("zero_article", article=article)
    assert result(fake, cell) == "0"
    assert f"oa_{article}'" not in client.get(f"/f/orders/{order}?view=articles").text
    assert f"order_article_{article}'" in client.get(f"/f/orders/{order}/receive").text
    assert any(group["stale"] for group in fake.state()["group_orders"].values())
    fake.do("delete_article", article=article)
    assert client.patch_cell(cell, "1").status == 404
    assert f"order_article_{article}'" not in client.get(f"/f/orders/{order}/receive").text


def changed_ratio(fake):  # 14.5, 14.2
    if fake.version == FOUR:
        return
    client, order = fake.client(), fake.orders["main"]
    state = fake.state()
    article = next(key for key, a in state["articles"].items()
                   if a["order"] == order and a["units"]["ratios"] == [["1.5", "KGM"]])
    cell = next(key for key, c in fake.cells(order).items() if str(c["article"]) == article)

    def shown():
        return re.search(rf'id="r_{cell}" value="([^"]*)"', client.get(f"/f/orders/{order}?view=groups").text).group(1)

    for pieces, kilograms in (("2", "3"), ("1.052", "1.578"), ("0.8133", "1.22"), ("0.813", "1.22"),
                              ("1.051", "1.577"), ("2.999", "4.499")):
        client.patch_cell(cell, pieces)
        assert shown() == kilograms, (pieces, shown())
    client.patch_cell(cell, "2")
    fake.do("set_article", article=int(article), ratios=[["2", "KGM"]])
    assert result(fake, cell) == "2" and shown() == "4"
    page = fake.client("pesee").get(f"/f/orders/{order}?view=groups").text
    row = re.search(rf"<tr class='[^']*' id='goa_{cell}'>.*?</tr>", page, re.S).group()
    assert "<td>kg</td>" in row and "input-delta'>2</td>" in row, "asked in kg, given in pieces"


def somebody_receives(fake):  # 14.5: it loses against our PATCHes
    client, order = fake.client(), fake.orders["main"]
    cell = cell_ids(fake)[0]
    article = article_of(fake, cell)
    fake.timing(receive=600, patch=0)
    seen = []
    other = fake.client()
    thread = threading.Thread(target=lambda: seen.append(other.write(
        "POST", f"/f/orders/{order}/receive", {f"order_articles[{article}][units_received]": "1"}).status))
    thread.start()
    while not seen:
        assert client.patch_cell(cell, "2.25").status == 200
    thread.join()
    assert seen == [500] and result(fake, cell) == "2.25"
    assert fake.state()["orders"][str(order)]["state"] == "finished"


def slugs_and_api(fake):  # 14.5, 14.1 case 32
    client = Client(fake.port)
    client.get("/zzz/login")
    reply = client.send("POST", "/zzz/sessions", {"nick": "kiosk", "password": "distribution"},
                        {"X-CSRF-Token": client.token})
    assert reply.location == "/zzz" and client.get("/zzz/orders").status == 200
    assert client.get("/f/api/v2/config").status == (404 if fake.version == FOUR else 401)


def deleted_user(fake):  # 31
    client = fake.client()
    fake.do("delete_user", user="kiosk")
    assert client.get("/f/orders").location == "/f/login"


TRAPS = [value for name, value in list(globals().items())
         if callable(value) and getattr(value, "__module__", "") == "__main__" and
         value.__code__.co_varnames[:1] == ("fake",) and value.__code__.co_argcount == 1]


def main():
    program = program_beside(sys.argv[1])
    assert len(TRAPS) > 25, len(TRAPS)
    for version in VERSIONS:
        for trap in TRAPS:
            with FakeFoodsoft(program, version) as fake:
                try:
                    trap(fake)
                except Exception as error:
                    raise AssertionError(f"{version}: {trap.__name__}: {error}") from error
    with FakeFoodsoft(program, FOUR, "--text-decimals", "2") as fake:
        page = fake.client().get(f"/f/orders/{fake.orders['settled']}?view=groups").text
        assert "input-delta'>0.46<" in page and "input-delta'>3<" in page
    with FakeFoodsoft(program, FOUR, "--multi", "--slug", "lyon", "--prefix", "/sub") as fake:
        client = Client(fake.port)
        assert client.get("/sub/lyon/login").status == 200
        assert client.get("/sub/f/login").status == 404


if __name__ == "__main__":
    main()
