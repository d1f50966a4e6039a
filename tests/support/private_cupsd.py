"""A print server of the test's own: cupsd in a temporary folder, three queues, and a proxy that can
lose answers. Obeys lines on stdin, answers each with one line on stdout; ends with its stdin.

Queue "label" hands PDF through to a backend that keeps every job; "raw" has no driver; "office"
knows A4 alone. Works as root and as a user."""
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

OPERATION = re.compile(rb"[\x01\x02].(..)....\x01G\x00\x12attributes-charset", re.S)
OPERATIONS = {"create": b"\x00\x05", "send": b"\x00\x06"}

CUPSD_CONF = """
Listen 127.0.0.1:{port}
Browsing Off
DefaultAuthType None
WebInterface No
DirtyCleanInterval 0
LogLevel debug
MaxLogSize 0
ErrorPolicy retry-current-job
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    AuthType None
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""

FILES_CONF = """
ServerRoot {top}/etc
ServerBin {top}/bin
DataDir /usr/share/cups
CacheDir {top}/cache
StateDir {top}/state
RequestRoot {top}/spool
TempDir {top}/tmp
AccessLog {top}/access_log
ErrorLog {top}/error_log
PageLog {top}/page_log
CreateSelfSignedCerts no
SyncOnClose Yes
"""

QUEUE = """<Printer {name}>
Info {name}
MakeModel {model}
DeviceURI keeper:/{name}
State Idle
Type 4
Accepting Yes
Shared No
JobSheets none none
ErrorPolicy retry-current-job
</Printer>
"""

PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "KEEPER.PPD"
*Product: "(Keeper)"
*Manufacturer: "Keeper"
*ModelName: "Keeper"
*ShortNickName: "Keeper"
*NickName: "Keeper"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: {size}
*PageSize {size}/{size}: "<</PageSize[{width} {height}]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: {size}
*PageRegion {size}/{size}: "<</PageSize[{width} {height}]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: {size}
*ImageableArea {size}/{size}: "0 0 {width} {height}"
*DefaultPaperDimension: {size}
*PaperDimension {size}/{size}: "{width} {height}"
"""

BACKEND = """#!/bin/sh
[ $# -eq 0 ] && echo 'direct keeper "Unknown" "keeps jobs"' && exit 0
if [ -e {top}/empty ]; then
  echo 'STATE: +media-empty-error' >&2
  while [ -e {top}/empty ]; do sleep 0.05; done
  echo 'STATE: -media-empty-error' >&2
fi
kept=$(mktemp {top}/kept/job.XXXXXX)
cat "${{6:--}}" >"$kept"
printf '%s\\n%s\\n' "$3" "$5" >"$kept.words"
mv "$kept" "$kept.pdf"
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cupsd:
    def __init__(self, top):
        self.top, self.port, self.process = top, free_port(), None
        for folder in ("etc/ppd", "bin/backend", "cache", "state", "spool", "tmp", "kept"):
            os.makedirs(os.path.join(top, folder))
        for entry in os.listdir("/usr/lib/cups"):
            if entry != "backend":
                os.symlink("/usr/lib/cups/" + entry, os.path.join(top, "bin", entry))
        self.write("etc/cupsd.conf", CUPSD_CONF.format(port=self.port))
        self.write("etc/cups-files.conf", FILES_CONF.format(top=top))
        queues = (("label", "Keeper"), ("raw", "Local Raw Printer"), ("office", "Keeper"))
        self.write("etc/printers.conf", "".join(QUEUE.format(name=n, model=m) for n, m in queues))
        self.write("etc/ppd/label.ppd", PPD.format(size="w176h82", width=175.75, height=82.2))
        self.write("etc/ppd/office.ppd", PPD.format(size="A4", width=595, height=842))
        self.write("bin/backend/keeper", BACKEND.format(top=top))
        # 0700: a backend of root's cupsd that runs as root, and may write into this folder.
        os.chmod(os.path.join(top, "bin/backend/keeper"), 0o700)

    def write(self, name, text):
        with open(os.path.join(self.top, name), "w") as file:
            file.write(text)

    def start(self):
        log = open(os.path.join(self.top, "output"), "ab")
        self.process = subprocess.Popen(
            ["/usr/sbin/cupsd", "-f", "-c", self.top + "/etc/cupsd.conf", "-s",
             self.top + "/etc/cups-files.conf"], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        log.close()
        for _ in range(1000):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        with open(os.path.join(self.top, "error_log"), errors="replace") as log:
            sys.exit("cupsd did not start: " + log.read()[-2000:])

    def end(self, how=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.send_signal(how)
            self.process.wait()

    def command(self, program, *words):
        subprocess.run([program, "-h", f"127.0.0.1:{self.port}", *words], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def idle(self):
        """Until every job is over and written down so: a cupsd killed before prints it again."""
        quiet = 0
        while quiet < 3:
            jobs = subprocess.run(["lpstat", "-h", f"127.0.0.1:{self.port}", "-o"],
                                  capture_output=True).stdout
            quiet = 0 if jobs else quiet + 1
            time.sleep(0.05)

    def kept(self):
        folder = os.path.join(self.top, "kept")
        return sorted(os.path.join(folder, f) for f in os.listdir(folder) if f.endswith(".pdf"))


class Proxy:
    """Passes everything on, and loses the answer to the next request of a kind when told to."""

    def __init__(self, to):
        self.to, self.lose = to, None
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            client, _ = self.door.accept()
            threading.Thread(target=self.talk, args=(client,), daemon=True).start()

    def talk(self, client):
        try:
            self.pass_on(client)
        except OSError:
            pass  # one end is gone, as it may be when the print server is killed

    def pass_on(self, client):
        server, asked, losing = socket.socket(), b"", False
        with client, server:
            if server.connect_ex(("127.0.0.1", self.to)) != 0:
                return
            while True:
                ready, _, _ = select.select([client, server], [], [])
                for end in ready:
                    data = end.recv(65536)
                    if not data:
                        return
                    if end is client:
                        asked = (asked + data)[-200000:]
                        kinds = OPERATION.findall(asked)
                        if kinds and self.lose and kinds[-1] == OPERATIONS[self.lose]:
                            self.lose, losing = None, True
                        server.sendall(data)
                    elif losing and b"attributes-charset" in data:
                        return
                    elif not losing:
                        client.sendall(data)


def obey(cupsd, proxy, words):
    if words[0] == "lose":
        proxy.lose = words[1]
    elif words[0] == "kept":
        return " ".join(["ok", *cupsd.kept()])
    elif words[0] == "start":
        cupsd.start()
    elif words[0] == "kill":
        cupsd.end(signal.SIGKILL)
    elif words[0] == "end":
        cupsd.end()
    elif words[0] == "idle":
        cupsd.idle()
    elif words[0] == "freeze":
        cupsd.process.send_signal(signal.SIGSTOP)
    elif words[0] == "thaw":
        cupsd.process.send_signal(signal.SIGCONT)
    elif words[0] == "empty":
        cupsd.write("empty", "")
    elif words[0] == "refill":
        os.unlink(os.path.join(cupsd.top, "empty"))
    elif words[0] == "hold":
        cupsd.command("lpadmin", "-p", words[1], "-o", "job-hold-until-default=indefinite")
    elif words[0] == "release":
        cupsd.command("lp", "-i", words[1], "-H", "resume")
    else:
        cupsd.command({"pause": "cupsdisable", "resume": "cupsenable", "reject": "cupsreject",
                       "accept": "cupsaccept"}[words[0]], words[1])
    return "ok"


def main():
    os.environ["PATH"] += ":/usr/sbin"
    top = tempfile.mkdtemp(prefix="romaine-cupsd-")
    cupsd = Cupsd(top)
    try:
        cupsd.start()
        proxy = Proxy(cupsd.port)
        print(proxy.port, flush=True)
        for line in sys.stdin:
            print(obey(cupsd, proxy, line.split()), flush=True)
    finally:
        cupsd.end()
        shutil.rmtree(top, ignore_errors=True)


if __name__ == "__main__":
    main()
