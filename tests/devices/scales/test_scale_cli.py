"""`romaine scale` from outside: bytes in, JSON lines out, exit codes, captures, a pty."""
import json
import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
import time
import tty

ROMAINE = sys.argv[1]
FRAME = b'\x0201.234\r'
WEIGHT = {'event': 'weight', 'value': '1.234', 'unit': 'kg', 'stable': True, 'mode': 'gross'}


def run(*args, stdin=b''):
    return subprocess.run([ROMAINE, 'scale', *args], input=stdin, capture_output=True, timeout=60)


def events(*args, stdin=b''):
    done = run('decode', *args, stdin=stdin)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def refused(code, *args, stdin=b''):
    done = run(*args, stdin=stdin)
    assert done.returncode == code, (args, done)
    assert done.stdout == b'' and done.stderr, (args, done)
    return done.stderr.decode()


def inputs():
    of_8217 = ('--profile', '8217', '--unit', 'kg')
    assert events(*of_8217, stdin=FRAME) == [WEIGHT]
    assert events(*of_8217, '--chunk', '1', stdin=FRAME) == [WEIGHT]
    assert events(*of_8217, '--chunk', 'random:5', stdin=FRAME * 9) == [WEIGHT] * 9
    assert events('--profile', '8217', stdin=FRAME) == [dict(WEIGHT, unit=None)]
    assert events(*of_8217, '--input', 'hex', stdin=b'02 30 31 2E\n\n3233340D\r\n') == [WEIGHT]
    assert events(*of_8217, '-o', 'strip_parity=even', '-o', 'layout=ibm',
                  stdin=bytes(b | (128 if bin(b).count('1') % 2 else 0) for b in FRAME)) == [WEIGHT]
    assert events(*of_8217, stdin=b'xyz' + FRAME) == [
        {'event': 'reject', 'reason': 'garbage', 'bytes': 3}, WEIGHT]
    assert events(*of_8217) == []
    assert events('--profile', 'usb-hid', '--input', 'hex',
                  stdin=b'03 04 02 00 6E 03\n03 06 02 00 00 00\n') == [
        {'event': 'weight', 'value': '878', 'unit': 'g', 'stable': True, 'mode': None},
        {'event': 'status', 'error': 'overload', 'code': '6', 'unit': 'g'}]


def refusals():
    known = refused(1, 'decode', '--profile', 'unheard-of')
    for profile in ('8217', 'sics', 'usb-hid'):
        assert profile in known, known
    refused(1, 'decode', '--profile', '8217', '--profile-file', 'x.toml')
    refused(1, 'decode', '--profile', '8217', '--input', 'hex', stdin=b'02 3')
    refused(1, 'decode', '--capture', '/nowhere/at/all')
    for wrong in (('decode',), ('decode', '--profile', '8217', '--chunk', '0'),
                  ('decode', '--profile', '8217', '--chunk', 'random:'),
                  ('decode', '--profile', 'usb-hid', '--chunk', '2'),
                  ('decode', '--profile', '8217', '--unit', 'stone'),
                  ('decode', '--profile', '8217', '--input', 'base64'),
                  ('decode', '--profile', '8217', '-o', 'layout'),
                  ('decode', '--profile', '8217', '-o', 'layout=siemens'),
                  ('decode', '--profile', '8217', '-o', 'colour=red'),
                  ('watch',), ('watch', '/dev/ttyUSB0'), ()):
        refused(2, *wrong)
    assert 'not there' in refused(1, 'watch', 'pty:/dev/pts/4999', '--profile', 'sics')


def captures(folder):
    path = os.path.join(folder, 'talk.capture')

    def write(*lines):
        with open(path, 'w') as file:
            file.write('\n'.join(lines) + '\n')

    header = json.dumps({'profile': '8217', 'options': {'status_repeat': 'yes'}, 'line': '9600 7E1',
                         'start': '2026-11-25T10:00:00+01:00'})
    hexed = FRAME.hex(' ')
    # A pause inside a frame is a time-out; a repeated load is one of the last second.
    write(header, '0 > 57', '10 < ' + hexed, '200 > 57', '220 < 02 3F 40 0D', '400 > 57',
          '410 < 02 30 31', '1000 < 2E 32 33 34 0D', '1400 < 02 3f 40 0d', '2500 < 023F400D')
    got = events('--capture', path, '--unit', 'kg')
    kept = [e for e in got if e.get('reason') != 'garbage']
    assert kept[:4] == [WEIGHT, WEIGHT, {'event': 'reject', 'reason': 'incomplete'}, WEIGHT], got
    assert kept[4]['event'] == 'status' and kept[4]['error'] is None, got
    for broken in ((header, '10 = 02'), (header, '10 < 0'), (header, '20 < 02', '10 < 02'),
                   ('no json',), ('{"profile":5}',)):
        write(*broken)
        refused(1, 'decode', '--capture', path)


def watching():
    master, slave = pty.openpty()
    tty.setraw(slave)
    watch = subprocess.Popen([ROMAINE, 'scale', 'watch', 'pty:' + os.ttyname(slave), '--profile',
                              'sics'], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    asked, until = b'', time.monotonic() + 30
    while asked.count(b'SI\r\n') < 3 and time.monotonic() < until:
        if select.select([master], [], [], 0.1)[0]:
            asked += os.read(master, 100)
            os.write(master, b'S S     100.00 g\r\n')
    first = json.loads(watch.stdout.readline())
    assert first.pop('at') >= 0
    assert first == {'event': 'weight', 'value': '100.00', 'unit': 'g', 'stable': True, 'mode': None}
    watch.send_signal(signal.SIGTERM)
    assert watch.wait(30) == 0
    os.close(slave)
    os.close(master)


def lists():
    profiles = [json.loads(line) for line in run('profiles', '--json').stdout.splitlines()]
    assert [p['id'] for p in profiles] == ['8217', 'sics', 'usb-hid'], profiles
    assert profiles[0]['line'] == '9600 7E1' and profiles[2]['line'] is None
    assert profiles[0]['options']['layout'] == ['toledo', 'ibm']
    for line in run('list', '--json').stdout.splitlines():
        assert json.loads(line)['port'].startswith('/dev/')


with tempfile.TemporaryDirectory() as temporary:
    inputs()
    refusals()
    captures(temporary)
    watching()
    lists()
