"""Anything that can come from a terminal, by chance but always the same for one seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

Kind = Literal["command", "text", "special", "paste", "mouse", "reply", "noise", "cut", "resize"]

INERT: tuple[Kind, ...] = ("reply",)
"""What nobody types: a program has nothing to do with it."""
ANY: tuple[Kind, ...] = (
    *("command",) * 8, *("special",) * 3, *("text",) * 2,
    "paste", "mouse", "mouse", "reply", "noise", "cut", "resize",
)  # fmt: skip

OWN_KEYS = """[keys]
reader.search = ["\\\\"]
reader.search_backward = ["ctrl+t"]
articles.filter = ["\\\\"]
tables.filter = ["\\\\"]
"""
"""The key `/` is never sent: typed into the field for a file's name it would lead out of its folder. Nor is
ctrl+z: without a shell the terminal itself would then make signals of other keys."""

_COMMANDS = (
    *"hjklwbe0$(){}nN*vVyaedtucxKzofFpPmqAFLTRrsiSgGHMLWE;,?:\\'\"`^<>=~|@%&+-!",
    "gg",
    "]a", "[a", "]f", "[f", "]n", "[n", "]q", "[q", "is", "as", "iw", "aw", "ip", "ap", "3j", "12w", "ma",
    "'a",
    *("\t", "\r", "\x1b", " ", "\x7f"),
    *(chr(code) for code in (1, 2, 3, 4, 5, 6, 11, 12, 15, 16, 18, 19, 20, 21, 22, 23, 24, 25)),
)  # fmt: skip
_SPECIAL = (
    *(f"\x1b[{final}" for final in "ABCDHFZ"),
    *(f"\x1bO{final}" for final in "ABCDHFPQRSMjkmnpqrstuvwxy"),
    *(f"\x1b[{number}~" for number in (1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 15, 17, 24, 34, 99)),
)
_WORDS = (
    "tariff",
    "China",
    "actor:wang",
    "tag:claim",
    "before:2025",
    "25 percent",
    "王毅",
    "é",
    "e\u0301",
    "\u202e",
    "a\u200db",
    "👩‍🚀",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens at the terminal."""

    kind: Kind
    data: bytes = b""
    cut: tuple[int, ...] = ()
    """Where the network cuts the bytes."""
    size: tuple[int, int] = (0, 0)
    """The columns and rows of another size."""


def steps(seed: int, count: int, kinds: tuple[Kind, ...]) -> Iterator[Step]:
    """What happens in a session of that seed."""
    random = Random(seed)
    for _ in range(count):
        yield _step(random, random.choice(kinds))


def noise(seed: int, size: int) -> bytes:
    """Any bytes, but those of the keys that are never sent."""
    return _harmless(Random(seed).randbytes(size))


def _harmless(data: bytes) -> bytes:
    return data.replace(b"/", b".").replace(b"\x1a", b".")


def _step(random: Random, kind: Kind) -> Step:
    match kind:
        case "command":
            return Step(kind, random.choice(_COMMANDS).encode())
        case "text":
            return Step(kind, " ".join(random.choices(_WORDS, k=random.randint(1, 4))).encode())
        case "special":
            return Step(kind, _key(random).encode())
        case "paste":
            return Step(kind, _paste(random))
        case "mouse":
            return Step(kind, b"".join(_mouse(random) for _ in range(random.randint(1, 5))))
        case "reply":
            return _cut(random, Step(kind, _reply(random)))
        case "noise":
            return Step(kind, _harmless(random.randbytes(random.randint(1, 60))))
        case "cut":
            whole = random.choice((_key(random).encode(), _reply(random), _mouse(random), "王é👩".encode()))
            return Step(kind, whole[: random.randint(1, len(whole))])
        case "resize":
            small, large = random.choice(((1, 8), (20, 90), (60, 300))), random.choice(((1, 6), (5, 50)))
            return Step(kind, size=(random.randint(*small), random.randint(*large)))


def _cut(random: Random, step: Step) -> Step:
    positions = sorted(
        random.sample(range(1, len(step.data)), k=min(random.randint(0, 3), len(step.data) - 1))
    )
    return Step(step.kind, step.data, tuple(positions))


def _key(random: Random) -> str:
    """A key of any encoding, with or without modifiers, in and out of range."""
    code = random.choice(
        (*range(32, 127), 0, 9, 13, 27, 127, 233, 8364, 55296, 57399, 57441, 1114111, 1114112, 9999999)
    )
    modifier = random.choice((1, 2, 3, 4, 5, 6, 7, 8, 9, 17, 33, 65, 129, 256, 0, 99999))
    if code in (ord("/"), ord("z")):
        code = ord("a")
    match random.randint(0, 6):
        case 0:
            return random.choice(_SPECIAL)
        case 1:
            return f"\x1b{chr(random.choice((*range(32, 47), *range(48, 127), 1, 4, 13, 9)))}"
        case 2:
            return f"\x1b[{code};{modifier}u"
        case 3:
            return f"\x1b[27;{modifier};{code}~"
        case 4:
            shifted, text = random.choice((65, 0, 1114112)), random.choice((97, 0, 27, 1114112))
            return f"\x1b[{code}:{shifted}:97;{modifier}:{random.randint(0, 4)};{text}u"
        case 5:
            return f"\x1b[1;{modifier}{random.choice('ABCDEFHPQRS')}"
        case _:
            return f"\x1b[{random.randint(1, 40)}{random.choice('~^$@')}"


def _mouse(random: Random) -> bytes:
    buttons = random.choice((0, 0, 0, 1, 2, 3, 32, 35, 64, 65, 66, 67, 4, 8, 16, 128, 129, 255, 999))
    column = random.choice((1, 2, 30, 60, 80, 96, 120, 223, 224, 500, 65535, 0, -3))
    row = random.choice((1, 2, 10, 24, 40, 100, 9999, 0, -1))
    match random.randint(0, 5):
        case 0:
            raw = (32 + buttons, 32 + column, 32 + row)
            return b"\x1b[M" + _harmless(bytes(each & 0xFF for each in raw))
        case 1:
            return f"\x1b[{32 + buttons};{column};{row}M".encode()
        case 2:
            return random.choice(
                (b"\x1b[<32;NaN;NaNM", b"\x1b[<0;1M", b"\x1b[<;;M", b"\x1b[<0;1;2;3m", b"\x1b[<inf;1;1M")
            )
        case _:
            return f"\x1b[<{buttons};{column};{row}{random.choice('MMm')}".encode()


def _paste(random: Random) -> bytes:
    line_end = random.choice(("\r", "\n", "\r\n"))
    text = line_end.join(" ".join(random.choices(_WORDS, k=3)) for _ in range(random.randint(0, 4))).encode()
    text += random.choice((b"", b"", b"caf\xe9", b"\x1b[31m", b"\x00\x07\x7f"))
    end = random.choice((b"\x1b[201~", b"\x1b[201~", b"\x1b[201~", b"", b"\x1b[201"))
    return b"\x1b[200~" + text + end


def _reply(random: Random) -> bytes:
    number = random.randint(0, 300)
    color = "/".join(f"{random.randrange(1 << 16):04x}" for _ in range(3))
    end = random.choice(("\x07", "\x1b\\"))
    answers = (
        f"\x1b]{random.choice((10, 11, 12))};rgb:{color}{end}",
        f"\x1b]4;{number};rgb:{color}{end}",
        f"\x1b]52;c;{'QUJD' * random.randint(0, 30)}{end}",
        f"\x1b]{number};q d u x{end}",
        f"\x1bP>|XTerm({number})\x1b\\",
        "\x1bP1+r524742=38\x1b\\",
        f"\x1bP{random.randint(0, 1)}$r{number}m\x1b\\",
        f"\x1bP!|{number:08x}\x1b\\",
        f"\x1b_Gi={number};OK\x1b\\",
        "\x1b^dud\x1b\\",
        "\x1bXdud\x1b\\",
        f"\x1b[?{number};22c",
        f"\x1b[>{number};390;0c",
        f"\x1b[={number}c",
        f"\x1b[?{random.randint(0, 31)}u",
        f"\x1b[8;{number};{number}t",
        f"\x1b[4;{number};{number}t",
        f"\x1b[48;{number};{number};0;0t",
        f"\x1b[?997;{random.randint(1, 2)}n",
        f"\x1b[?{number}n",
        "\x1b[0n",
        f"\x1b[{number + 1};{number + 1}R",
        f"\x1b[?{number};{number};1R",
        f"\x1b[?{number};{random.randint(0, 4)}$y",
        f"\x1b[{number};2$y",
        f"\x1b[?{number};0S",
        "\x1b[2;1;1;128;128;1;0x",
    )  # fmt: skip
    return random.choice(answers).encode()
