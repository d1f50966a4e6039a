"""Starts the fake Foodsoft of tests/support/fake_foodsoft, talks to its admin door, and is a client
bare enough to see every trap: no redirects followed, no retries."""
import http.client
import http.cookiejar
import json
import os
import re
import subprocess
import urllib.parse

VERSIONS = ("4.9.2", "5.0.0-rc1")
# The orders of the fixed co-op by what they are.
ORDERS = {"4.9.2": dict(main=4, small=5, open=6, received=7, settled=8, transport=9, stock=10),
          "5.0.0-rc1": dict(main=6, small=7, open=8, received=9, settled=10, transport=11, stock=12)}
PASSWORD = "distribution"


def program_beside(romaine):
    """The fake's executable, found beside the built romaine."""
    return os.path.join(os.path.dirname(os.path.abspath(romaine)), "tests",
                        "support", "fake_foodsoft")


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def location(self):
        """The path that a redirect leads to."""
        return urllib.parse.urlsplit(self.headers.get("Location", "")).path or None


class FakeFoodsoft:
    def __init__(self, program, version="4.9.2", *options):
        self.version = version
        self.orders = ORDERS[version]
        self.process = subprocess.Popen([program, "--version", version, *map(str, options)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = json.loads(self.process.stdout.readline())["port"]
        self.url = f"http://127.0.0.1:{self.port}/f"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Ends it; its exit status."""
        if self.process.poll() is None:
            self.process.stdin.close()
        status = self.process.wait(timeout=60)
        self.process.stdout.close()
        return status

    def admin(self, method, path, what=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, "/__fake" + path, json.dumps(what) if what is not None else None)
            reply = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        if isinstance(reply, dict) and "error" in reply:
            raise AssertionError(f"{what}: {reply['error']}")
        return reply

    def state(self):
        return self.admin("GET", "/state")

    def do(self, action, **what):
        self.admin("POST", "/do", dict(what, do=action))

    def fault(self, kind, **rule):
        self.admin("POST", "/faults", dict(rule, kind=kind))

    def clear_faults(self):
        self.admin("DELETE", "/faults")

    def random_faults(self, seed, rate, kinds=()):
        self.admin("POST", "/random", dict(seed=seed, rate=rate, kinds=list(kinds)))

    def timing(self, **ms):
        self.admin("POST", "/timing", ms)

    def writes(self):
        return self.admin("GET", "/writes")

    def cells(self, order):
        return {int(key): cell for key, cell in self.state()["cells"].items() if cell["order"] == order}

    def client(self, nick="kiosk"):
        client = Client(self.port)
        client.login(nick)
        return client


class Client:
    """One cookie jar."""

    def __init__(self, port):
        self.port, self.cookie, self.token = port, None, None

    def send(self, method, path, body=None, headers=None, timeout=60):
        own = dict(headers or {})
        if self.cookie:
            own.setdefault("Cookie", self.cookie)
        if isinstance(body, (dict, list)):
            body = urllib.parse.urlencode(body)
            own.setdefault("Content-Type", "application/x-www-form-urlencoded")
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, own)
            answer = connection.getresponse()
            reply = Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()
        if reply.headers.get("Set-Cookie"):
            self.cookie = reply.headers["Set-Cookie"].split(";")[0]
        found = re.search(r'name="csrf-token" content="([^"]*)"', reply.text)
        if found:
            self.token = found.group(1)
        return reply

    def get(self, path, **more):
        return self.send("GET", path, **more)

    def get_js(self, path):
        return self.send("GET", path, headers={"X-Requested-With": "XMLHttpRequest"})

    def login(self, nick="kiosk", password=PASSWORD, token=True):
        self.get("/f/login")
        headers = {"X-CSRF-Token": self.token} if token else {}
        return self.send("POST", "/f/sessions", {"nick": nick, "password": password}, headers)

    def write(self, method, path, body, headers=None):
        own = {"X-CSRF-Token": self.token or "", "X-Requested-With": "XMLHttpRequest",
               "Accept": "text/javascript"}
        own.update(headers or {})
        return self.send(method, path, body, own)

    def patch_cell(self, cell, result, **more):
        return self.write("PATCH", f"/f/group_order_articles/{cell}.js",
                          {"group_order_article[result]": result}, **more)

    def write_json(self, method, path, value):
        return self.write(method, path, json.dumps(value), {"Content-Type": "application/json"})

    def comment(self, order, text, user=6):
        return self.write("POST", "/f/order_comments.js",
                          {"order_comment[order_id]": order, "order_comment[user_id]": user,
                           "order_comment[text]": text})
