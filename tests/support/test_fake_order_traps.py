"""The fake Foodsoft behaves as the real one in every trap of sections 10 and 14 of the contract:
what happens to whole orders; one function a trap, run for both versions. The number that a
case has in section 10 stands with it."""
import re
import threading

from fake_traps import article_of, cell_ids, FOUR, receive_article, result, run


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


def somebody_receives(fake):  # 14.5: it loses against our PATCHes
    client, order = fake.client(), fake.orders["main"]
    cell = cell_ids(fake)[0]
    article = article_of(fake, cell)
    fake.timing(receive=1500, patch=0)
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


if __name__ == "__main__":
    run(globals())
