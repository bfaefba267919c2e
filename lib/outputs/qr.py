"""A QR code of an address, for paper: bytes, level M, versions 1 to 10 (ISO/IEC 18004).

Written out here because it is small, never changes, and a paper must not wait for a service.
"""

from __future__ import annotations

from itertools import product

#: Version -> number of error correction bytes a block, and (blocks, data bytes each) (level M).
BLOCKS = {
    1: (10, ((1, 16),)),
    2: (16, ((1, 28),)),
    3: (26, ((1, 44),)),
    4: (18, ((2, 32),)),
    5: (24, ((2, 43),)),
    6: (16, ((4, 27),)),
    7: (18, ((4, 31),)),
    8: (22, ((2, 38), (2, 39))),
    9: (22, ((3, 36), (2, 37))),
    10: (26, ((4, 43), (1, 44))),
}
#: Version -> where the small squares have their centers.
ALIGNED = {
    1: (), 2: (6, 18), 3: (6, 22), 4: (6, 26), 5: (6, 30), 6: (6, 34), 7: (6, 22, 38),
    8: (6, 24, 42), 9: (6, 26, 46), 10: (6, 28, 50),
}  # fmt: skip
#: The mask that is used, and its condition: any of the eight is allowed, readers look it up.
MASK = 0

Matrix = list[list[bool | None]]


def matrix(text: str) -> list[list[bool]]:
    """Rows of dark (True) and light cells; no margin.

    Raises:
        ValueError: the text is too long for version 10.
    """
    data = text.encode()
    version = next((v for v, held in BLOCKS.items() if _room(v, held[1]) >= len(data)), 0)
    if not version:
        raise ValueError(f"{len(data)} bytes are too many for a QR code of version 10")
    cells = _frame(version)
    fixed = [[cell is not None for cell in row] for row in cells]
    _fill(cells, _bits(_coded(data, version)))
    for y, x in product(range(len(cells)), repeat=2):
        if not fixed[y][x] and (x + y) % 2 == 0:
            cells[y][x] = not cells[y][x]
    _format(cells)
    return [[bool(cell) for cell in row] for row in cells]


def svg(text: str) -> str:
    """The code as a drawing with the margin of four cells that readers need."""
    cells = matrix(text)
    size = len(cells) + 8
    path = "".join(
        f"M{x + 4} {y + 4}h1v1h-1z"
        for y, row in enumerate(cells)
        for x, dark in enumerate(row)
        if dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" '
        f'height="{size}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" '
        f'fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )


def _room(version: int, blocks: tuple[tuple[int, int], ...]) -> int:
    """Bytes of text that fit: four bits of mode and eight or sixteen of length are taken."""
    whole = sum(n * size for n, size in blocks)
    return whole - (2 if version < 10 else 3)


def _coded(data: bytes, version: int) -> list[int]:
    """The text as data bytes in blocks, woven together with their error correction."""
    parity, blocks = BLOCKS[version]
    whole = sum(n * size for n, size in blocks)
    length = 8 if version < 10 else 16
    bits = f"0100{len(data):0{length}b}" + "".join(f"{byte:08b}" for byte in data)
    bits = (bits + "0000")[: 8 * whole]
    bits += "0" * (-len(bits) % 8)
    words = [int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)]
    words += [(0xEC, 0x11)[n % 2] for n in range(whole - len(words))]
    parts: list[list[int]] = []
    for n, size in blocks:
        for _block in range(n):
            parts.append(words[:size])
            words = words[size:]
    checks = [_correction(part, parity) for part in parts]
    longest = max(len(part) for part in parts)
    woven = [part[at] for at in range(longest) for part in parts if at < len(part)]
    return woven + [check[at] for at in range(parity) for check in checks]


def _tables() -> tuple[list[int], list[int]]:
    powers, logs, value = [0] * 512, [0] * 256, 1
    for n in range(255):
        powers[n] = powers[n + 255] = value
        logs[value] = n
        value = value << 1 ^ (0x11D if value & 0x80 else 0)
    return powers, logs


POWERS, LOGS = _tables()


def _times(a: int, b: int) -> int:
    return POWERS[LOGS[a] + LOGS[b]] if a and b else 0


def _correction(part: list[int], parity: int) -> list[int]:
    """The Reed-Solomon bytes of a block."""
    generator = [1]
    for n in range(parity):
        longer = [*generator, 0]
        for at, value in enumerate(generator):
            longer[at + 1] ^= _times(value, POWERS[n])
        generator = longer
    rest = [*part, *[0] * parity]
    for at in range(len(part)):
        factor = rest[at]
        for step, value in enumerate(generator):
            rest[at + step] ^= _times(value, factor)
    return rest[len(part) :]


def _bits(words: list[int]) -> list[bool]:
    return [bool(word >> (7 - n) & 1) for word in words for n in range(8)]


def _frame(version: int) -> Matrix:
    """The parts that every code of the version has; None where data go."""
    size = 17 + 4 * version
    cells: Matrix = [[None] * size for _row in range(size)]
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        for y, x in product(range(-1, 8), repeat=2):
            if 0 <= top + y < size and 0 <= left + x < size:
                ring = max(abs(y - 3), abs(x - 3))
                cells[top + y][left + x] = ring in {0, 1, 3}
    for n in range(8, size - 8):
        cells[6][n] = cells[n][6] = n % 2 == 0
    last = size - 7
    for cy, cx in product(ALIGNED[version], repeat=2):
        if (cy, cx) not in {(6, 6), (6, last), (last, 6)}:
            for y, x in product(range(-2, 3), repeat=2):
                cells[cy + y][cx + x] = max(abs(y), abs(x)) != 1
    _format(cells)
    if version >= 7:
        _version(cells, version)
    return cells


def _format(cells: Matrix) -> None:
    """Level and mask, twice, with their own correction."""
    size = len(cells)
    rest = value = 0b00 << 3 | MASK  # 00 is level M
    for _n in range(10):
        rest = rest << 1 ^ (rest >> 9) * 0x537
    bits = (value << 10 | rest) ^ 0x5412
    for n in range(15):
        dark = bool(bits >> n & 1)
        # Down the column and along the row of the first corner, past the lines of dots.
        cells[n if n < 6 else n + 1 if n < 8 else size - 15 + n][8] = dark
        cells[8][size - 1 - n if n < 8 else 15 - n if n < 9 else 14 - n] = dark
    cells[size - 8][8] = True


def _version(cells: Matrix, version: int) -> None:
    """The number of the version, twice, from version 7 on."""
    rest = version
    for _n in range(12):
        rest = rest << 1 ^ (rest >> 11) * 0x1F25
    bits = version << 12 | rest
    for n in range(18):
        dark = bool(bits >> n & 1)
        across, down = len(cells) - 11 + n % 3, n // 3
        cells[down][across] = cells[across][down] = dark


def _fill(cells: Matrix, bits: list[bool]) -> None:
    """Lay the bits in pairs of columns, upward and downward in turn, from the lower right."""
    size, at = len(cells), 0
    for turn, right in enumerate(x for x in range(size - 1, 0, -2)):
        right_column = right - 1 if right <= 6 else right
        for y in range(size - 1, -1, -1) if turn % 2 == 0 else range(size):
            for x in (right_column, right_column - 1):
                if cells[y][x] is None:
                    cells[y][x] = bits[at] if at < len(bits) else False
                    at += 1
