"""Drives romaine from outside: a data folder with a recorded order in it, figures recorded."""
import csv
import io
import json
import os
import shutil
import subprocess
import tempfile

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGES = os.path.join(TESTS, "data", "foodsoft", "4.9.2")


class Romaine:
    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.folder = tempfile.mkdtemp(prefix="romaine-test-")
        self.data = os.path.join(self.folder, "data")
        # Nothing of this machine's own settings.
        self.env = dict(os.environ, XDG_CONFIG_HOME=os.path.join(self.folder, "config"),
                        LC_ALL="C.UTF-8", TZ="Europe/Paris")

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, *args):
        return [self.program, "--data", self.data, *map(str, args)]

    def run(self, *args, stdin=b"", **more):
        return subprocess.run(self.command(*args), input=stdin, capture_output=True, env=self.env,
                              timeout=300, **more)

    def out(self, *args, stdin=b""):
        done = self.run(*args, stdin=stdin)
        assert done.returncode == 0, (args, done.stderr.decode())
        return done.stdout.decode()

    def import_pages(self, *stems):
        pages = tempfile.mkdtemp(dir=self.folder)
        for stem in stems or ("groups.finished.finance.en", "articles.finished.finance.en",
                              "receive.finished.finance.en"):
            shutil.copy(os.path.join(PAGES, stem + ".html.gz"), pages)
        return self.run("day", "import", pages)

    def matrix(self, *args):
        return list(csv.DictReader(io.StringIO(self.out("day", "matrix", "--csv", *args))))

    def status(self, *args):
        return json.loads(self.out("day", "status", "--json", *args))

    def show(self, *args):
        return [json.loads(line) for line in self.out("journal", "show", "--json", *args).splitlines()]

    def record(self, *lines, args=(), ok=None):
        text = b"\n".join(l if isinstance(l, bytes) else json.dumps(l).encode() for l in lines)
        done = self.run("day", "record", *args, stdin=text)
        if ok is not None:
            assert (done.returncode == 0) == ok, done
        return [json.loads(line) for line in done.stdout.decode().splitlines()]
