"""The fake Foodsoft behaves as the real one in every trap of sections 10 and 14 of the contract:
writes to cells; one function a trap, run for both versions. The number that a
case has in section 10 stands with it."""
import re

from fake_traps import article_of, cell_ids, FOUR, parallel, result, run


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


def lost_race(fake):  # 30, "heal a stale total" of 14.5
    fake.timing(patch=1500)
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
    fake.timing(patch=1500)
    cells = fake.cells(fake.orders["stock"])
    article = next(iter(cells.values()))["article"]
    own = [key for key, cell in cells.items() if cell["article"] == article][:2]
    assert sorted(parallel(fake, own)) == ([200, 500] if fake.version == FOUR else [200, 200])


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


if __name__ == "__main__":
    run(globals())
