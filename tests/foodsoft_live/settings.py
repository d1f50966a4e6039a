"""Which server, which accounts, which orders: from the environment alone. Passwords are never
printed and never on a command line."""
import os


class Settings:
    def __init__(self, env=os.environ):
        def get(name):
            return env.get("ROMAINE_FOODSOFT_" + name, "")

        self.url = get("URL").rstrip("/")
        self.order = int(get("ORDER") or 0)
        self.big_order = int(get("BIG_ORDER") or 0)
        self.accounts = {}
        for who, prefix in (("kiosk", ""), ("pickups", "PICKUPS_"), ("member", "MEMBER_")):
            if get(prefix + "USER") and get(prefix + "PASSWORD"):
                self.accounts[who] = (get(prefix + "USER"), get(prefix + "PASSWORD"))

    @property
    def missing(self):
        """What a run cannot do without, in the words of the environment."""
        return [name for name, there in (("ROMAINE_FOODSOFT_URL", self.url),
                                         ("ROMAINE_FOODSOFT_USER", "kiosk" in self.accounts),
                                         ("ROMAINE_FOODSOFT_ORDER", self.order)) if not there]
