"""A client of a Foodsoft that is bare enough to see every trap: no redirect followed, nothing sent
twice, one cookie jar. Says nothing about what it is given: no address, no password in an error."""
import http.client
import json
import os
import re
import ssl
import urllib.parse


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers = status, headers
        self.text = body.decode("utf-8", "replace")

    @property
    def leads_to(self):
        """The path of a redirect, from the co-op's slug on; empty where it is none."""
        return urllib.parse.urlsplit(self.headers.get("Location") or "").path

    @property
    def script(self):
        return (self.headers.get("Content-Type") or "").startswith("text/javascript")


class Web:
    def __init__(self, address):
        parts = urllib.parse.urlsplit(address.rstrip("/"))
        self.secure, self.host, self.base = parts.scheme == "https", parts.netloc, parts.path
        self.cookie, self.token, self.page_token = None, "", ""

    def _connection(self):
        if not self.secure:
            return http.client.HTTPConnection(self.host, timeout=240)
        trust = ssl.create_default_context(cafile=os.environ.get("ROMAINE_FOODSOFT_CA_FILE"))
        return http.client.HTTPSConnection(self.host, timeout=240, context=trust)

    def send(self, method, path, body=None, headers=None):
        """`path` from the slug on. May be called from two threads once logged in."""
        own = dict(headers or {})
        if self.cookie:
            own["Cookie"] = self.cookie
        if isinstance(body, (dict, list)):
            body = urllib.parse.urlencode(body)
            own.setdefault("Content-Type", "application/x-www-form-urlencoded")
        connection = self._connection()
        try:
            connection.request(method, self.base + path, body, own)
            answer = connection.getresponse()
            reply = Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()
        for cookie in reply.headers.get_all("Set-Cookie") or []:
            if "_session" in cookie:
                self.cookie = cookie.split(";")[0]
        return reply

    def get(self, path):
        reply = self.send("GET", path)
        found = re.search(r'name="csrf-token" content="([^"]*)"', reply.text)
        if found:
            self.token = found.group(1)
        return reply

    def row(self, path):
        """A cheap reply in JavaScript."""
        return self.send("GET", path, headers={"X-Requested-With": "XMLHttpRequest",
                                               "Accept": "text/javascript"})

    def login(self, user, password, token=True):
        self.get("/login?locale=en")
        headers = {"X-CSRF-Token": self.token} if token else {}
        return self.send("POST", "/sessions", {"nick": user, "password": password}, headers)

    def write(self, method, path, body, **headers):
        """`headers` with _ for -; None leaves one of the usual ones out."""
        own = {"X-CSRF-Token": self.token, "X-Requested-With": "XMLHttpRequest",
               "Accept": "text/javascript"}
        for name, value in headers.items():
            own[name.replace("_", "-")] = value
        return self.send(method, path, body, {n: v for n, v in own.items() if v is not None})

    def patch_cell(self, cell, result, **headers):
        return self.write("PATCH", f"/group_order_articles/{cell}.js",
                          {"group_order_article[result]": result}, **headers)

    def heal(self, cell, article):
        """The write that touches no value: the group's stored total is computed anew."""
        return self.write("PATCH", f"/group_order_articles/{cell}.js",
                          {"group_order_article[order_article_id]": article})

    def patch_received(self, order, article, amount, new_units, whole=True):
        """`amount` None empties the field. Not `whole`: without the article, which the server
        wants to see."""
        body = {"order_article": {"units_received": amount}}
        if whole:
            body.update({"article_version": {"x": 1}} if new_units else {"article": {}})
        return self.write("PATCH", f"/orders/{order}/order_articles/{article}.js",
                          json.dumps(body), Content_Type="application/json")
