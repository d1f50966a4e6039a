"""Every command with what it cannot use: wrong words, paths that are missing, folders in place of
files, devices, outputs that are full or closed. A sentence and an exit code, and the journal stays whole."""
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'support'))
from romaine_day import Romaine  # noqa: E402

HUGE = '99999999999999999999'
BAG = ('label', 'render', '--template', 'bag')

# What is said on the command line; exit code; a word of the sentence.
WRONG = [
    (('--size', 'x'), 2, 'like 1280x800'),
    (('--size', '1280x'), 2, 'like 1280x800'),
    (('--size', '99999x99999'), 2, 'like 1280x800'),
    (('--headless',), 2, '--play'),
    (('--scale', 'real', '--headless', '--play', 'empty'), 2, 'simulated'),
    (('--printer', 'bogus', '--headless', '--play', 'empty'), 2, 'folder:DIR'),
    (('--printer', '', '--headless', '--play', 'empty'), 2, 'folder:DIR'),
    (('--printer', 'folder:', '--headless', '--play', 'empty'), 1, 'path'),
    (('--printer', 'folder:text', '--headless', '--play', 'empty'), 1, 'no folder'),
    (('--headless', '--play', 'folder'), 1, 'cannot be read'),
    (('--headless', '--play', 'nowhere'), 1, 'cannot be read'),
    (('--lang', 'es', 'day', 'list'), 2, 'fr'),
    (('--day', 'x', 'day', 'list'), 2, '--day'),
    (('--day', HUGE, 'day', 'list'), 2, '--day'),
    (('--day', '77', 'day', 'status'), 1, 'no day 77'),
    (('--config', 'nowhere', 'day', 'list'), 1, 'nowhere'),
    (('--config', 'folder', 'day', 'list'), 1, 'folder'),
    (('--config', 'text', 'day', 'list'), 1, 'text, line 1'),
    (('--config', '', 'day', 'list'), 2, '--config'),
    (('--data', '', 'day', 'new'), 2, '--data'),
    (('--data', 'text', 'day', 'new'), 1, 'text'),
    (('--data', '/dev/null', 'day', 'new'), 1, '/dev/null'),
    (('--station', '', 'day', 'new'), 1, 'name'),
    (('day',), 2, 'subcommand'),
    (('nothing',), 2, 'nothing'),
    (('day', 'list', 'more'), 2, 'more'),
    (('day', 'import', 'nowhere'), 1, 'nowhere'),
    (('day', 'import', 'text'), 1, 'text'),
    (('day', 'import', 'folder'), 1, 'view=groups'),
    (('day', 'matrix', '--order', HUGE), 2, '--order'),
    (('day', 'matrix', '--order', '77'), 1, 'no order 77'),
    (('day', 'export', 'text'), 1, 'text'),
    (('day', 'export', '/dev/full'), 1, '/dev/full'),
    (('unit', 'set', 'botte'), 2, '--mass'),
    (('unit', 'set', 'botte', '--mass', HUGE + ' kg'), 1, '1.5 kg'),
    (('unit', 'set', 'botte', '--pieces', '0'), 1, 'above 0'),
    (('unit', 'set', ' ', '--pieces', '1'), 1, 'no text'),
    (('journal', 'show', '--cell', HUGE), 2, '--cell'),
    (('journal', 'backup', ''), 2, 'path'),
    (('journal', 'backup', 'folder'), 1, 'is a folder'),
    (('journal', 'backup', 'nowhere/copy'), 1, 'nowhere/copy (No such file'),
    (('journal', 'backup', 'text/copy'), 1, 'text/copy (Not a directory'),
    (('journal', 'backup', 'pipe'), 1, 'a device or a pipe'),
    (('journal', 'backup', 'data/romaine.sqlite'), 1, 'the journal itself'),
    (('journal', 'backup', 'data/romaine.sqlite-wal'), 1, 'the journal itself'),
    (('journal', 'backup', 'data/romaine.lock'), 1, 'the journal itself'),
    (('journal', 'restore', 'nowhere'), 1, 'stays as it is'),
    (('journal', 'restore', 'empty'), 1, 'is empty'),
    (('journal', 'restore', 'folder'), 1, 'is a folder'),
    (('journal', 'restore', 'pipe'), 1, 'stays as it is'),
    (('journal', 'restore', '/dev/null'), 1, 'stays as it is'),
    (BAG + ('--data', 'nowhere', '-o', 'x.pdf'), 1, 'nowhere'),
    (BAG + ('--data', 'folder', '-o', 'x.pdf'), 1, 'folder'),
    (BAG + ('--data', 'empty', '-o', 'x.pdf'), 1, 'JSON'),
    (BAG + ('--data', 'fields', '-o', 'nowhere/x.pdf'), 1, 'nowhere/x.pdf'),
    (BAG + ('--data', 'fields', '-o', 'x.txt'), 1, '.pdf or .png'),
    (BAG + ('--data', 'fields', '--dpi', '200', '-o', 'x.pdf'), 2, '203'),
    (('scale', 'watch', 'text', '--profile', '8217'), 2, 'no port'),
    (('scale', 'watch', '/dev/null', '--profile', '8217'), 1, '/dev/null'),
    (('scale', 'watch', 'pty:/dev/null', '--profile', '8217'), 1, 'pty'),
]


def settings(text, *words):
    with open(os.path.join(romaine.folder, 'own.toml'), 'w') as file:
        file.write(text)
    return (('--config', 'own.toml', 'day', 'list'), 1, words)


def said(args, **more):
    # Run where the paths of the table lie.
    return subprocess.run([romaine.program, *(() if '--data' in args[:1] else ('--data', 'data')), *args],
                          cwd=romaine.folder, env=romaine.env, stdin=subprocess.DEVNULL, timeout=60,
                          capture_output=not more, text=True, **more)


def refused(args, code, words):
    done = said(args)
    assert done.returncode == code and done.stdout == '', (args, done)
    for word in (words,) if isinstance(words, str) else words:
        assert word in done.stderr, (args, done.stderr)


def wrong_words_and_paths():
    for row in WRONG:
        refused(*row)
    refused(*settings('[[printer]]\nqueue = "a"\nfor = ["nope"]\n', 'own.toml', 'line 3', 'bag'))
    refused(*settings('[[printer]]\nqueue = "a"\ndpi = 200\n', 'own.toml', 'line 3', 'dpi', '203, 300'))
    refused(*settings('[[scanner.code]]\ndigits = "PPX"\n', 'own.toml', 'line 2', 'PPIIIIIWWWWWC'))
    assert not os.listdir(os.path.join(romaine.folder, 'folder'))


def answers_that_nobody_gets():
    romaine.out('unit', 'set', 'botte', '--pieces', '1')  # something to show
    commands = [('day', 'list'), ('day', 'status', '--json'), ('day', 'matrix', '--csv'),
                ('journal', 'show', '--json'), ('label', 'templates'), ('unit', 'list')]
    for args in commands:
        with open('/dev/full', 'w') as full:
            done = said(args, stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 1 and 'could not be written' in done.stderr, (args, done)
        done = said(args, stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1))
        assert done.returncode == 1 and 'could not be written' in done.stderr, (args, done)


def closed_streams():
    """A closed stream's number is free: no file of the journal may take it."""
    before = romaine.matrix()
    for streams in ((0,), (1,), (2,), (0, 1, 2)):
        subprocess.run(romaine.command('unit', 'set', 'botte', '--pieces', '1'), env=romaine.env,
                       close_fds=False, timeout=60,
                       preexec_fn=lambda: [os.close(stream) for stream in streams])
        romaine.run('day', 'export', os.path.join(romaine.folder, 'key'),
                    preexec_fn=lambda: [os.close(stream) for stream in streams])
        romaine.out('journal', 'check')
        assert os.path.getsize(os.path.join(romaine.data, 'romaine.lock')) == 0
    assert romaine.matrix() == before


def recording_for_nobody():
    """Without a reader of the answers at most the lines that were judged together are saved."""
    line = json.dumps({'kind': 'counted', 'cell': 79, 'pieces': '0.001'}) + '\n'
    lines = os.path.join(romaine.folder, 'lines')
    with open(lines, 'w') as file:
        file.write(line * 2000)
    before = len(romaine.show())
    with open('/dev/full', 'w') as full, open(lines) as source:
        done = subprocess.run(romaine.command('day', 'record'), stdin=source, stdout=full,
                              stderr=subprocess.PIPE, env=romaine.env, text=True, timeout=60)
    assert done.returncode == 1 and 'could not be written' in done.stderr, done
    assert len(romaine.show()) == before + 1, len(romaine.show())


def a_field_of_millions():
    """Pango alone would take minutes for the letters that no box holds."""
    fields = os.path.join(romaine.folder, 'long')
    with open(fields, 'w') as file:
        json.dump({'article': 'é' * 3_000_000}, file)
    romaine.out(*BAG, '--data', fields, '-o', os.path.join(romaine.folder, 'long.pdf'))


romaine = Romaine(sys.argv[1])
try:
    assert romaine.import_pages().returncode == 0
    os.mkdir(os.path.join(romaine.folder, 'folder'))
    os.mkfifo(os.path.join(romaine.folder, 'pipe'))
    for name, text in (('empty', ''), ('text', 'hello\n'), ('fields', '{"article": "Carottes"}')):
        with open(os.path.join(romaine.folder, name), 'w') as file:
            file.write(text)
    for trial in (wrong_words_and_paths, answers_that_nobody_gets, closed_streams,
                  recording_for_nobody, a_field_of_millions):
        trial()
        romaine.out('journal', 'check')
        print('holds:', trial.__name__)
finally:
    romaine.close()
