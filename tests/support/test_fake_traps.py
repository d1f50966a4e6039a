"""The fake Foodsoft behaves as the real one in every trap of sections 10 and 14 of the contract:
sessions, roles, languages, what pages tell; one function a trap, run for both versions. The number that a
case has in section 10 stands with it."""
import re

from fake_foodsoft import Client, FakeFoodsoft
from fake_traps import article_of, cell_ids, FOUR, result, run


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


def main():
    program = run(globals())
    with FakeFoodsoft(program, FOUR, "--text-decimals", "2") as fake:
        page = fake.client().get(f"/f/orders/{fake.orders['settled']}?view=groups").text
        assert "input-delta'>0.46<" in page and "input-delta'>3<" in page
    with FakeFoodsoft(program, FOUR, "--multi", "--slug", "lyon", "--prefix", "/sub") as fake:
        client = Client(fake.port)
        assert client.get("/sub/lyon/login").status == 200
        assert client.get("/sub/f/login").status == 404


if __name__ == "__main__":
    main()
