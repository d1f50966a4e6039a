"""An X server without a screen, for a window that a test starts."""
import subprocess


class Xvfb:
    def __init__(self, size):
        self.size = size

    def __enter__(self):
        self.process = subprocess.Popen(
            ['Xvfb', '-displayfd', '1', '-screen', '0', self.size + 'x24', '-nolisten', 'tcp'],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        number = self.process.stdout.readline().strip()
        assert number, 'Xvfb did not start: install the package xvfb'
        return ':' + number

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)
        self.process.stdout.close()
