"""The kiosk in its window, at a serial scale that is not there: bytes on the wire become entries, a
pulled plug shows as trouble in under a second, and the scale weighs on when it is back under another
name. Four bags, three losses."""
import json
import os
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
from romaine_day import Romaine  # noqa: E402
from tty_bed import TtyBed, even_parity  # noqa: E402
from xvfb import Xvfb  # noqa: E402

ARTICLE = '63'  # sand carrots, sold by the kg
NAMES = ('ttyUSB0', 'ttyUSB1', 'ttyUSB0', 'ttyUSB3')
SIZE = '1280x800'
NO_ANSWER = 'The scale does not answer'
LOOKS = 100  # at the screen, after a plug was pulled


def bags(matrix):
    """(cell, grams) of the article's cells: each gets a little more than it asked."""
    wanted = [row for row in matrix if row['order_article_id'] == ARTICLE and row['base'] != '0']
    assert len(wanted) == len(NAMES), wanted
    return [(row['cell_id'], int(row['base']) * 1000 + 11 * number)
            for number, row in enumerate(wanted, 1)]


def script(todo):
    """What the person does. `targets` tells the test how far it is, so that it moves the bytes."""
    lines = ['tap person.1']
    for number, (cell, grams) in enumerate(todo):
        lines += ['tap header.person', 'tap header.matrix', f'tap matrix.cell.{cell}']
        lines += ['targets', 'wait 2000 ms', 'expect weigh.net 0 g']
        lines += ['targets', 'wait 1500 ms', f'expect weigh.net {grams // 1000} {grams % 1000:03} g',
                  'tap weigh.save', 'wait 300 ms']
        if number < len(todo) - 1:
            lines += ['targets'] + ['wait 30 ms', 'targets'] * LOOKS
            lines += ['expect weigh.net --- g', f'expect weigh.strip {NO_ANSWER}']
    return '\n'.join(lines + ['quit']) + '\n'


class Kiosk:
    def __init__(self, romaine, bed, display, play, config):
        env = dict(bed.environment(), DISPLAY=display, LC_ALL='C.UTF-8')
        self.process = subprocess.Popen(
            [romaine.program, '--data', romaine.data, '--config', config, '--lang', 'en', '--play', play,
             '--size', SIZE], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def screen(self):
        """The next `targets`: every name with its text."""
        line = self.process.stdout.readline()
        assert line, self.process.communicate()[1]
        return {target['name']: target['text'] for target in json.loads(line)}

    def end(self):
        words = self.process.communicate(timeout=60)[1]
        assert self.process.returncode == 0, words


def reply(bed, grams):
    digits = b'%02d.%03d' % divmod(grams, 1000)
    bed.tell('reply', even_parity(b'\x02' + digits + b'\r').hex())


def seconds_until_noticed(kiosk, bed):
    """Pulls the plug; how long the screen went on as if nothing were."""
    assert kiosk.screen()['weigh.strip'] != NO_ANSWER
    pulled, noticed = time.monotonic(), None
    bed.tell('unplug')
    for _ in range(LOOKS):
        shown = kiosk.screen()
        if noticed is None and shown['weigh.strip'] == NO_ANSWER:
            assert shown['weigh.net'] == '--- g', shown  # never 0, never the last weight
            noticed = time.monotonic() - pulled
    assert noticed is not None, shown
    return noticed


def play_day(romaine, folder):
    config, play = os.path.join(folder, 'romaine.toml'), os.path.join(folder, 'day.play')
    todo = bags(romaine.matrix())
    with open(config, 'w') as file:
        file.write('[station]\npeople = ["Rosa"]\n'
                   '[[scale]]\nport = "/dev/ttyUSB0"\nprofile = "8217"\nunit = "kg"\n')
    with open(play, 'w') as file:
        file.write(script(todo))
    with TtyBed(romaine.program) as bed, Xvfb(SIZE) as display:
        reply(bed, 0)
        bed.tell('plug', NAMES[0], 'A50285BI')
        kiosk = Kiosk(romaine, bed, display, play, config)
        delays = []
        for number, (_, grams) in enumerate(todo):
            kiosk.screen()
            reply(bed, 0)
            if number > 0:
                bed.tell('plug', NAMES[number], 'A50285BI')
            kiosk.screen()
            reply(bed, grams)
            if number < len(todo) - 1:
                delays.append(seconds_until_noticed(kiosk, bed))
        kiosk.end()
    # The best of three: a busy machine may delay one, a slow reader delays all.
    print('noticed after', ', '.join(f'{delay:.2f} s' for delay in delays))
    assert min(delays) < 1, delays
    return todo


def saved_as_shown(romaine, todo):
    weighed = [entry for entry in romaine.show() if entry['kind'] == 'weighed']
    assert [(str(entry['cell']), entry['net']) for entry in weighed] == [
        (cell, f'{grams / 1000:.3f} kg') for cell, grams in todo], weighed
    for entry in weighed:
        assert entry['typed'] is False and entry['person'] == 'Rosa', entry
    given = {row['cell_id']: row['given'] for row in romaine.matrix()}
    assert all(given[cell] == f'{grams / 1000:.3f}'.rstrip('0') for cell, grams in todo), given


romaine = Romaine(sys.argv[1])
try:
    assert romaine.import_pages().returncode == 0
    with tempfile.TemporaryDirectory() as folder:
        saved_as_shown(romaine, play_day(romaine, folder))
finally:
    romaine.close()
