"""The table that the live suite prints: case → seen → expected."""
import sys


class Table:
    def __init__(self, out=sys.stdout):
        self.out, self.passed, self.failed, self.skipped = out, 0, 0, 0

    def head(self, text):
        print(f"\n{text}\n{'case':<6} {'what':<58} seen → expected", file=self.out, flush=True)

    def row(self, case, what, seen, *expected):
        """One line; right where what was seen is one of what is expected."""
        good = seen in expected
        self.passed, self.failed = self.passed + good, self.failed + (not good)
        mark = "ok  " if good else "FAIL"
        print(f"{case:<6} {what:<58} {mark} {seen} → {' or '.join(map(str, expected))}",
              file=self.out, flush=True)
        return good

    def skip(self, case, what, why):
        self.skipped += 1
        print(f"{case:<6} {what:<58} skip {why}", file=self.out, flush=True)

    def note(self, case, text):
        print(f"{case:<6} {text}", file=self.out, flush=True)

    def close(self):
        """The closing line; the exit status."""
        print(f"\n{self.passed} passed, {self.failed} failed, {self.skipped} skipped",
              file=self.out, flush=True)
        return 1 if self.failed else 0
