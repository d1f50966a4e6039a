"""Reads an 8-bit RGB or grey PNG into rows of grey values, with the standard library alone."""
import struct
import zlib


def read(path):
    """(width, height, rows); a row is a list of 0 to 255, the first channel of each pixel."""
    with open(path, "rb") as file:
        data = file.read()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", path
    place, packed = 8, b""
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place:place + 8])
        chunk = data[place + 8:place + 8 + length]
        place += 12 + length
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", chunk[:10])
        elif kind == b"IDAT":
            packed += chunk
    assert depth == 8 and colour in (0, 2, 6), (depth, colour)
    channels = {0: 1, 2: 3, 6: 4}[colour]
    raw, stride = zlib.decompress(packed), width * channels
    before, rows = bytearray(stride), []
    for y in range(height):
        start = y * (stride + 1)
        line = bytearray(raw[start + 1:start + 1 + stride])
        unfilter(raw[start], line, before, channels)
        rows.append(list(line[::channels]))
        before = line
    return width, height, rows


def unfilter(kind, line, before, step):
    for x in range(len(line)):
        left = line[x - step] if x >= step else 0
        up, corner = before[x], before[x - step] if x >= step else 0
        if kind == 1:
            line[x] = (line[x] + left) & 255
        elif kind == 2:
            line[x] = (line[x] + up) & 255
        elif kind == 3:
            line[x] = (line[x] + (left + up) // 2) & 255
        elif kind == 4:
            guess = left + up - corner
            near = min((abs(guess - v), i) for i, v in enumerate((left, up, corner)))[1]
            line[x] = (line[x] + (left, up, corner)[near]) & 255
