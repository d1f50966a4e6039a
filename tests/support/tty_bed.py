"""Drives tests/support/tty_bed: a serial adapter that can be plugged, unplugged and come back."""
import os
import subprocess


class TtyBed:
    def __init__(self, romaine):
        self.folder = os.path.join(os.path.dirname(os.path.abspath(romaine)), 'tests', 'support')
        self.process = subprocess.Popen(
            ['umockdev-wrapper', os.path.join(self.folder, 'tty_bed')],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.root = self.process.stdout.readline().split()[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(10)

    def tell(self, *words):
        """One command; its answer without the first word."""
        self.process.stdin.write(' '.join(words) + '\n')
        self.process.stdin.flush()
        return self.process.stdout.readline().strip().partition(' ')[2]

    def environment(self, log=None):
        """For the program under test: it sees the mocked /sys and /dev."""
        env = dict(os.environ, UMOCKDEV_DIR=self.root)
        env['LD_PRELOAD'] = os.path.join(self.folder, 'libpty_shim.so') + ':libumockdev-preload.so.0'
        # Preloaded libraries stand before the sanitizer's own.
        env['ASAN_OPTIONS'] = env.get('ASAN_OPTIONS', '') + ':verify_asan_link_order=0'
        if log:
            env['PTY_SHIM_LOG'] = log
        return env


def even_parity(text):
    """The bytes of a 7E1 line as they lie on the wire."""
    return bytes(b | (0x80 if bin(b).count('1') % 2 else 0) for b in text)
