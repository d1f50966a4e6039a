"""A serial adapter that umockdev shows as ttyUSB: libserialport opens it, bytes pass whole, a loss is
noticed in under a second, and the scale weighs again when it is back under another name."""
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'support'))
from tty_bed import TtyBed, even_parity  # noqa: E402

ROMAINE = sys.argv[1]
PATIENCE = 30  # for what must happen; only a broken program waits so long


class Watch:
    """`romaine scale watch` and what it says, as it says it."""

    def __init__(self, bed, log, port, *args):
        self.process = subprocess.Popen(
            [ROMAINE, 'scale', 'watch', port, *args], env=bed.environment(log),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.events, self.words = queue.Queue(), queue.Queue()
        for stream, into in ((self.process.stdout, self.events), (self.process.stderr, self.words)):
            threading.Thread(target=self.follow, args=(stream, into), daemon=True).start()

    @staticmethod
    def follow(stream, into):
        for line in stream:
            into.put((time.monotonic(), line))

    def weight(self, value):
        """Waits for this weight; other weights are a mistake."""
        while True:
            event = json.loads(self.events.get(timeout=PATIENCE)[1])
            if event['event'] == 'weight':
                assert event['value'] == value, event
                assert isinstance(event['at'], int), event
                return event

    def drain(self):
        while not self.events.empty():
            self.events.get()

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(PATIENCE) == 0


def frame(digits):
    return even_parity(b'\x02' + digits + b'\r').hex()


def all_bytes_pass(folder):
    log = os.path.join(folder, 'bytes.log')
    with TtyBed(ROMAINE) as bed:
        bed.tell('plug', 'ttyUSB0', 'A50285BI')
        bed.tell('echo')
        probe = subprocess.run(
            [os.path.join(bed.folder, 'port_probe'), '/dev/ttyUSB0', '9600 8N1'],
            env=bed.environment(log), capture_output=True, text=True, timeout=PATIENCE)
        assert probe.returncode == 0, probe.stderr
        assert bytes.fromhex(probe.stdout.strip()) == bytes(range(256)), probe.stdout
    with open(log) as lines:
        assert lines.read().splitlines()[-1] == '9600 8N1 flow=none'


def weighed_lost_and_found(folder):
    log = os.path.join(folder, 'line.log')
    with TtyBed(ROMAINE) as bed:
        bed.tell('plug', 'ttyUSB0', 'A50285BI')
        bed.tell('reply', frame(b'01.234'))
        watch = Watch(bed, log, '/dev/ttyUSB0', '--profile', '8217', '--unit', 'kg')
        assert watch.weight('1.234')['unit'] == 'kg'
        # 9600 7E1 is asked: 8N1 on the port, the parity bit in the bytes.
        assert set(bed.tell('heard')) <= set('d7')
        with open(log) as lines:
            assert lines.read().splitlines()[-1] == '9600 8N1 flow=none'
        noticed = []
        for name in ('ttyUSB1', 'ttyUSB0', 'ttyUSB2'):
            pulled = time.monotonic()
            bed.tell('unplug')
            told, sentence = watch.words.get(timeout=PATIENCE)
            assert 'not there' in sentence, sentence
            noticed.append(told - pulled)
            watch.drain()
            bed.tell('reply', frame(b'00.850'))
            bed.tell('plug', name, 'A50285BI')
            watch.weight('0.850')
            assert 'back' in watch.words.get(timeout=PATIENCE)[1]
        # The best of three: a busy machine may delay one, a slow reader delays all.
        assert min(noticed) < 1, noticed
        watch.stop()


def another_adapter_is_not_it(folder):
    with TtyBed(ROMAINE) as bed:
        bed.tell('plug', 'ttyUSB0', 'A50285BI')
        bed.tell('reply', frame(b'01.234'))
        watch = Watch(bed, None, 'usb:1-2', '--profile', '8217', '--unit', 'kg')
        watch.weight('1.234')
        bed.tell('unplug')
        watch.words.get(timeout=PATIENCE)
        watch.drain()
        bed.tell('plug', 'ttyUSB0', 'OTHER')
        time.sleep(1)
        assert watch.events.empty() and watch.words.empty()
        bed.tell('unplug')
        bed.tell('plug', 'ttyUSB0', 'A50285BI')
        watch.weight('1.234')
        watch.stop()


def listed_and_held(folder):
    with TtyBed(ROMAINE) as bed:
        bed.tell('plug', 'ttyUSB0', 'A50285BI')
        listed = subprocess.run([ROMAINE, 'scale', 'list', '--json'], env=bed.environment(),
                                capture_output=True, text=True, timeout=PATIENCE)
        ports = [json.loads(line) for line in listed.stdout.splitlines()]
        assert [p for p in ports if p['port'] == '/dev/ttyUSB0' and p['usb'] == '1-2' and
                p['vid'] == '0403' and p['pid'] == '6001' and p['serial'] == 'A50285BI'], ports
        bed.tell('reply', frame(b'01.234'))
        watch = Watch(bed, None, '/dev/ttyUSB0', '--profile', '8217', '--unit', 'kg')
        watch.weight('1.234')
        second = subprocess.run([ROMAINE, 'scale', 'watch', '/dev/ttyUSB0', '--profile', '8217'],
                                env=bed.environment(), capture_output=True, text=True,
                                timeout=PATIENCE)
        assert second.returncode == 1 and 'in use' in second.stderr, second.stderr
        watch.stop()


with tempfile.TemporaryDirectory() as folder:
    for trial in (all_bytes_pass, weighed_lost_and_found, another_adapter_is_not_it, listed_and_held):
        trial(folder)
        print('holds:', trial.__name__)
