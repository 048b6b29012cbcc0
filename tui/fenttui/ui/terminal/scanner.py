"""Cuts what a terminal sends into pieces, wherever the network has cut it.

The sequences are those of ECMA-48 and of xterm's control sequences; the states are those of Paul Williams'
parser, with the waits that separate a key from a sequence. No byte raises, and no reply becomes a key: what
belongs to a sequence stays in it until its end, or until the line has been silent for so long that no end
can be meant.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Callable
from enum import Enum, auto

from fenttui.ui.terminal.introducers import BEGINS, BEGINS_LATE, INTRODUCERS, SINGLE
from fenttui.ui.terminal.paste import Paste, goes_on
from fenttui.ui.terminal.pieces import Character, Control, Pasted, Piece, Text

_ESCAPE = 0x1B
_BELL = 0x07
_BACKSLASH = 0x5C
_STRING_TERMINATOR = 0x9C
_LONGEST = 4096
"""Characters of a sequence that are kept; more of it is swallowed."""


class _State(Enum):
    GROUND = auto()
    """Between two pieces."""
    ESCAPE = auto()
    """After an escape."""
    INTRODUCED = auto()
    """After an introducer, of which nothing has followed."""
    LATE = auto()
    """After an escape that was taken for the key: the rest of a sequence may come yet."""
    CONTROL = auto()
    """In a control sequence."""
    SINGLE_SHIFT = auto()
    """After SS3 and a parameter."""
    LINUX_KEY = auto()
    """After `ESC [ [`, which the Linux console sends for a function key."""
    MOUSE = auto()
    """In one of the three bytes of an old report of the mouse."""
    STRING = auto()
    """In a control string."""
    STRING_ESCAPE = auto()
    """After an escape in a control string."""
    PASTE = auto()
    """In text that is pasted."""
    STALLED = auto()
    """In text that is pasted, of which nothing has come for a while."""


class Scanner:
    """Turns bytes into pieces. It has no clock: `wait` says how long to wait, then `silence()` is called."""

    def __init__(self, escape_delay: float = 0.1) -> None:
        """Begin between two pieces.

        Args:
            escape_delay: Seconds after which an escape that stands alone is the key.
        """
        self._waits = {
            _State.ESCAPE: escape_delay,
            _State.INTRODUCED: 0.5,
            _State.LATE: 2.0,
            _State.CONTROL: 2.0,
            _State.SINGLE_SHIFT: 0.5,
            _State.LINUX_KEY: 0.5,
            _State.MOUSE: 0.5,
            _State.STRING: 2.0,
            _State.STRING_ESCAPE: 0.5,
            _State.PASTE: 0.5,
        }
        self._take: dict[_State, Callable[[int], None]] = {
            _State.GROUND: self._ground,
            _State.ESCAPE: self._escape,
            _State.INTRODUCED: self._introduced,
            _State.LATE: self._late,
            _State.CONTROL: self._control,
            _State.SINGLE_SHIFT: self._single_shift,
            _State.LINUX_KEY: self._linux_key,
            _State.MOUSE: self._mouse,
            _State.STRING: self._string,
            _State.STRING_ESCAPE: self._string_escape,
        }
        self._state = _State.GROUND
        self._pieces: list[Piece] = []
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._alt = False
        """Whether the character that is being decoded came after an escape."""
        self._introducer = ""
        self._if_none: tuple[Character, ...] = ()
        """The characters to emit if no sequence follows an introducer."""
        self._body = bytearray()
        self._eight_bit = False
        """Whether the sequence began with an 8-bit control."""
        self._mouse_bytes = 0
        self._paste = Paste()

    # From outside

    @property
    def wait(self) -> float | None:
        """Seconds of silence after which `silence` is to be called; None where there is nothing to decide."""
        if self._state is _State.GROUND:
            return 0.5 if self._undecoded else None
        if self._state is _State.PASTE and self._paste.may_be_left:
            return 0.5
        return self._waits.get(self._state)

    def feed(self, data: bytes) -> list[Piece]:
        """Take bytes; the pieces that they complete."""
        if self._state is _State.STALLED:
            self._state = _State.PASTE if goes_on(data) else _State.GROUND
        at = 0
        while at < len(data):
            if self._state is _State.PASTE:
                data, at = self._pasted(data[at:]), 0
            else:
                self._take[self._state](data[at])
                at += 1
        return self._taken()

    def silence(self) -> list[Piece]:
        """Nothing came for as long as `wait` says: decide what the bytes so far were."""
        match self._state:
            case _State.GROUND:
                self._flush()
            case _State.ESCAPE:
                self._put(Character("\x1b"))
                self._state = _State.LATE
                self._introducer = ""
            case _State.INTRODUCED:
                self._pieces += self._if_none
                self._state = _State.LATE
            case _State.STRING_ESCAPE:
                self._put(Character("\x1b"))
                self._state = _State.LATE
                self._introducer = "\\"
            case _State.PASTE:
                self._stall()
            case _:
                self._state = _State.GROUND
        return self._taken()

    def _taken(self) -> list[Piece]:
        pieces, self._pieces = self._pieces, []
        return pieces

    def _put(self, piece: Piece) -> None:
        self._pieces.append(piece)

    # Characters

    @property
    def _undecoded(self) -> bool:
        return bool(self._decoder.getstate()[0])

    def _ground(self, byte: int) -> None:
        if byte < 0x80:
            self._flush()
            if byte == _ESCAPE:
                self._state = _State.ESCAPE
            else:
                self._put(Character(chr(byte)))
        elif byte in SINGLE and not self._undecoded:
            self._introduce(SINGLE[byte], (Character("\ufffd"),), eight_bit=True)
        else:
            self._decode(byte)

    def _decode(self, byte: int) -> None:
        for character in self._decoder.decode(bytes((byte,))):
            if ord(character) in SINGLE and not self._alt:
                self._introduce(SINGLE[ord(character)], (Character(character),), eight_bit=True)
            else:
                self._put(Character(character, self._alt))
            self._alt = False

    def _flush(self) -> None:
        """Replace a character that was begun and has no end."""
        if self._undecoded:
            self._put(Character("\ufffd", self._alt))
            self._decoder.reset()
        self._alt = False

    # Sequences

    def _escape(self, byte: int) -> None:
        if byte == _ESCAPE:
            self._put(Character("\x1b"))
        elif byte in INTRODUCERS:
            introducer = INTRODUCERS[byte]
            self._introduce(introducer, (Character(introducer, alt=True),))
        elif byte < 0x80:
            self._put(Character(chr(byte), alt=True))
            self._state = _State.GROUND
        else:
            self._state = _State.GROUND
            self._alt = True
            self._decode(byte)

    def _introduce(self, introducer: str, if_none: tuple[Character, ...], eight_bit: bool = False) -> None:
        self._state = _State.INTRODUCED
        self._introducer = introducer
        self._if_none = if_none
        self._eight_bit = eight_bit
        self._body.clear()

    def _introduced(self, byte: int) -> None:
        """Go into the sequence, or see that there is none."""
        introducer, late = self._introducer, not self._if_none[0].alt
        begins = (BEGINS_LATE if late and not self._eight_bit else BEGINS).get(introducer)
        is_other = begins is not None and (late or introducer in "]P") and byte not in begins
        if is_other or not 0x20 <= byte < 0x7F:
            self._no_sequence(byte)
        elif introducer == "[":
            self._begin_control(byte)
        elif introducer == "O":
            self._state = _State.SINGLE_SHIFT
            self._single_shift(byte)
        else:
            self._state = _State.STRING
            self._string(byte)

    def _no_sequence(self, byte: int) -> None:
        """Give what was typed: `ESC ] a` in one piece is escape and `]a` from a slow line."""
        if self._if_none == (Character("]", alt=True),) and byte != _ESCAPE:
            self._pieces += (Character("\x1b"), Character("]"))
        else:
            self._pieces += self._if_none
        self._state = _State.GROUND
        self._ground(byte)

    def _late(self, byte: int) -> None:
        """Continue a sequence whose beginning was taken for keys; anything else was typed."""
        begun, self._introducer = self._introducer, ""
        if begun == "\\" and byte == _BACKSLASH:
            self._state = _State.GROUND
        elif byte in BEGINS_LATE.get(begun, ()):
            self._introduce(begun, (Character(begun, alt=True),))
            self._introduced(byte)
        elif not begun and byte in INTRODUCERS and INTRODUCERS[byte] in BEGINS:
            introducer = INTRODUCERS[byte]
            self._introduce(introducer, (Character(introducer),))
        else:
            self._state = _State.GROUND
            self._ground(byte)

    def _begin_control(self, byte: int) -> None:
        if byte == 0x4D:
            self._state, self._mouse_bytes = _State.MOUSE, 3
        elif byte == 0x5B:
            self._state = _State.LINUX_KEY
        else:
            self._state = _State.CONTROL
            self._control(byte)

    def _control(self, byte: int) -> None:
        if 0x20 <= byte < 0x40:
            if byte == 0x24 and self._body.isdigit():
                # A key of rxvt with shift; the reports that have a `$` begin with a sign or have two numbers.
                self._end_control(byte)
            else:
                self._keep(byte)
        elif 0x40 <= byte < 0x7F:
            if self._body.startswith(b"<") and byte not in b"Mm":
                # A broken report of the mouse, such as `<32;NaN;NaNM`.
                self._keep(byte)
            else:
                self._end_control(byte)
        else:
            self._break_off(byte)

    def _end_control(self, byte: int) -> None:
        parameters = self._body.decode("ascii")
        if (parameters, byte) == ("200", 0x7E):
            self._state = _State.PASTE
            self._paste = Paste()
        else:
            self._put(Control("[", parameters, chr(byte)))
            self._state = _State.GROUND

    def _single_shift(self, byte: int) -> None:
        if 0x30 <= byte < 0x40:
            self._keep(byte)
        elif 0x40 <= byte < 0x7F:
            self._put(Control("O", self._body.decode("ascii"), chr(byte)))
            self._state = _State.GROUND
        else:
            self._break_off(byte)

    def _linux_key(self, byte: int) -> None:
        if 0x40 <= byte < 0x7F:
            self._put(Control("[", "[", chr(byte)))
            self._state = _State.GROUND
        else:
            self._break_off(byte)

    def _mouse(self, byte: int) -> None:
        if 0 < byte < 0x20:
            self._break_off(byte)
            return
        # Any other byte: beyond column 95 they are no ASCII, and no UTF-8 either.
        self._mouse_bytes -= 1
        if not self._mouse_bytes:
            self._state = _State.GROUND

    def _string(self, byte: int) -> None:
        if byte == _BELL or (byte == _STRING_TERMINATOR and self._eight_bit):
            self._end_string()
        elif byte == _ESCAPE:
            self._state = _State.STRING_ESCAPE
        elif 0 < byte < 0x20:
            # A reply holds no control character: a key was typed, and this is not a string or was cut off.
            self._break_off(byte)
        else:
            self._keep(byte)

    def _string_escape(self, byte: int) -> None:
        if byte == _BACKSLASH:
            self._end_string()
        else:
            self._state = _State.ESCAPE
            self._escape(byte)

    def _end_string(self) -> None:
        self._put(Text(self._introducer, self._body.decode("utf-8", "replace")))
        self._state = _State.GROUND

    def _keep(self, byte: int) -> None:
        if len(self._body) < _LONGEST:
            self._body.append(byte)

    def _break_off(self, byte: int) -> None:
        """Swallow what was begun, and take a byte that cannot be part of it."""
        self._state = _State.GROUND
        if byte not in (0x18, 0x1A):
            self._ground(byte)

    # Pastes

    def _deliver(self, text: str) -> None:
        if text:
            self._put(Pasted(text))

    def _pasted(self, data: bytes) -> bytes:
        """Take text up to the end of the paste; what comes after it."""
        rest = self._paste.take(data)
        if rest is None:
            return b""
        self._deliver(self._paste.text(final=True))
        self._state = _State.GROUND
        return rest

    def _stall(self) -> None:
        """The end is late, or there is none: give what came; an escape at the end was typed, and ends it."""
        begun = self._paste.drop_begun_end()
        self._deliver(self._paste.text(final=bool(begun)))
        if begun == b"\x1b":
            self._put(Character("\x1b"))
            self._state, self._introducer = _State.LATE, ""
        elif begun:
            self._introduce("[", (Character("[", alt=True),))
            self._state = _State.CONTROL
            self._body += begun[2:]
        else:
            self._state = _State.STALLED
