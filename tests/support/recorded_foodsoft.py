"""A Foodsoft on loopback that answers with the recorded replies, for tests of the command line: logs in,
keeps a session, refuses what the account may not see; over TLS where a certificate is given."""
import gzip
import http.server
import os
import ssl
import subprocess
import threading
import urllib.parse

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "foodsoft")
ORDERS = {"4.9.2": (4, 5), "5.0.0-rc1": (6, 7)}


class RecordedFoodsoft:
    def __init__(self, version, role="finance", certificate=None):
        self.version, self.role = version, role
        self.order, self.big = ORDERS[version]
        self.password = "s3cret & more"
        self.replaced = {}  # path → (status, type, bytes): what a test puts in a page's place
        self.edit = lambda path, body: body
        self.asked = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                outer.answer(self, b"")

            def do_POST(self):
                outer.answer(self, self.rfile.read(int(self.headers["Content-Length"])))

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # whom the client does not trust
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True,
                                                     do_handshake_on_connect=False)
        self.scheme = "https" if certificate else "http"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def url(self, host="127.0.0.1"):
        return f"{self.scheme}://{host}:{self.server.server_port}/f"

    def page(self, name):
        with gzip.open(os.path.join(DATA, self.version, name + ".gz")) as file:
            kind = "text/javascript" if name.endswith(".js") else "text/html"
            return 200, kind + "; charset=utf-8", file.read()

    def login(self, body):
        fields = urllib.parse.parse_qs(body.decode())
        if fields.get("password") == [self.password]:
            return 302, "/f", b""
        return self.page("login-failed.en.html")

    def found(self, path, query, body, cookie):
        """(status, type or Location, body)"""
        if path in self.replaced:
            return self.replaced[path]
        if path == "/f/login":
            return self.page("login.en.html")
        if path == "/f/sessions":
            return self.login(body)
        if "_foodsoft_session=inside" not in cookie:
            return 302, "/f/login", b""
        role = self.role if self.role in ("finance", "pickups") else "finance"
        order, big = f"/f/orders/{self.order}", f"/f/orders/{self.big}"
        view = query.get("view", ["default"])[0]
        pages = {"/f/": "home.en.html", order + "/receive": f"receive.finished.{role}.en.html",
                 big + "/receive": "big.receive.finished.finance.en.html", "/f/pickups": "pickups.en.html"}
        if self.role == "finance":
            pages.update({"/f/orders": "orders.en.html", "/f/finance/ordergroups": "ordergroups.en.html",
                          "/f/group_order_articles/new.js": "new-cell-form.js"})
        if self.role == "member":
            pages = {"/f/": "home.en.html"}
        elif path == order:
            pages[order] = {"default": "order-default.en.html", "groups": f"groups.finished.{role}.en.html",
                            "articles": "articles.finished.finance.en.html"}[view]
        elif path == big and view == "default":  # not recorded: the other order's, with this one's number
            status, kind, reply = self.page("order-default.en.html")
            return status, kind, reply.replace(order.encode(), big.encode())
        elif path == big:
            pages[big] = f"big.{view}.finished.finance.en.html"
        if path in pages:
            return self.page(pages[path])
        if path in ("/f/pickups", "/f/orders", "/f/finance/ordergroups", "/f/group_order_articles/new.js", order):
            return 302, "/f", b""
        return 404, "text/html", b"<h1>Page not found</h1>"

    def answer(self, handler, body):
        address = urllib.parse.urlsplit(handler.path)
        self.asked.append((handler.command, handler.path))
        status, kind, reply = self.found(address.path, urllib.parse.parse_qs(address.query), body,
                                         handler.headers.get("Cookie", ""))
        reply = self.edit(handler.path, reply)
        handler.send_response(status)
        if status in (301, 302):
            handler.send_header("Location", kind if "://" in kind else self.url()[:-2] + kind)
            kind = "text/html; charset=utf-8"
        if address.path == "/f/sessions" and status == 302:
            handler.send_header("Set-Cookie", "_foodsoft_session=inside; path=/; HttpOnly")
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(reply)))
        handler.end_headers()
        handler.wfile.write(reply)


def certificate(folder, name, host):
    """A self-signed certificate with its key in one file, good for `host`."""
    file = os.path.join(folder, name)
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Romaine test",
                    "-addext", f"subjectAltName={host}", "-keyout", file, "-out", file + ".pem"],
                   check=True, capture_output=True)
    with open(file, "a") as whole, open(file + ".pem") as part:
        whole.write(part.read())
    return file
