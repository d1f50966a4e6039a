"""Romaine as a person uses it, with a server in its configuration: a data folder, a configuration
and a password file of its own, gone at the end."""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from romaine_day import Romaine  # noqa: E402


def quoted(text):
    return json.dumps(text)  # a basic TOML string spells the same


class Kiosk(Romaine):
    def __init__(self, program, settings, who="kiosk", password=None):
        super().__init__(program)
        user, own = settings.accounts[who]
        secret = os.path.join(self.folder, "password")
        with open(os.open(secret, os.O_CREAT | os.O_WRONLY, 0o600), "w") as out:
            out.write(password or own)
        self.secret = password or own
        lines = ["[server]", f"url = {quoted(settings.url)}", f"user = {quoted(user)}",
                 'password_file = "password"']
        if os.environ.get("ROMAINE_FOODSOFT_CA_FILE"):
            lines.append(f"ca_file = {quoted(os.environ['ROMAINE_FOODSOFT_CA_FILE'])}")
        self.config = os.path.join(self.folder, "romaine.toml")
        with open(self.config, "w") as out:
            out.write("\n".join(lines) + "\n")

    def command(self, *args):
        return super().command("--config", self.config, *args)

    def lines(self, *args):
        """The JSON lines of a command, its exit status, what it said on stderr."""
        done = self.run(*args, "--json")
        said = done.stderr.decode()
        assert self.secret not in said and self.secret not in done.stdout.decode()
        return [json.loads(l) for l in done.stdout.decode().splitlines()], done.returncode, said
