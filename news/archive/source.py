"""The text of a file: its encoding, its size, the characters that no page can hold."""

import re
from pathlib import Path

from django.utils.translation import gettext as _

from news.archive.oddities import Kind, Notes, Refused

# Bytes. Twelve times the longest post that we have seen; parsing time grows with it.
MOST_BYTES = 300_000
MOST_LINES = 20_000
# C0 and C1 controls but tab and newline, lone surrogates, noncharacters, and the sign that stands for lost text.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# UTF-8 read as Windows-1252 and encoded again.
_MOJIBAKE = re.compile("Ã[\x80-\xbf‚-›€™œžŸ¡-¿]|â€[\x80-\xbf™œ“”¦˜]|Â[\xa0«»°]")
_SPACES = re.compile("[ \t\n\f\r\u2028\u2029]+")
_OTHER_MARKS = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def name_of(directory: Path, path: Path) -> str:
    """A file's path below the directory of the import, as text that can be printed and kept."""
    name = path.relative_to(directory).as_posix()
    return on_one_line(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def read(path: Path, notes: Notes) -> tuple[bytes, str]:
    """The bytes and the text of a file, lines ended by newlines. Raises Refused: unreadable, too large, not UTF-8."""
    try:
        if path.stat().st_size > MOST_BYTES:
            message = _("The file is larger than %(most)s kB. Divide it into several posts.")
            raise Refused(0, message % {"most": MOST_BYTES // 1000})
        data = path.read_bytes()
    except OSError as error:
        raise Refused(0, _("The file cannot be read: %(reason)s.") % {"reason": error.strerror}) from error
    text = _decode(data).replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_LINES:
        raise Refused(0, _("The file has more than %(most)d lines. Divide it.") % {"most": MOST_LINES})
    return data, without_controls(text, notes)


def _decode(data: bytes) -> str:
    for mark, name in _OTHER_MARKS.items():
        if data.startswith(mark):
            message = _("The file is encoded as %(encoding)s. Save it as UTF-8.")
            raise Refused(1, message % {"encoding": name})
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = _(
            "The file is not UTF-8: byte 0x%(byte)02x. Save it as UTF-8; its encoding is not guessed."
        )
        raise Refused(line, message % {"byte": data[error.start]}) from error


def on_one_line(text: str) -> str:
    """``text`` with single spaces, its no-break spaces kept: French typography needs them."""
    return _SPACES.sub(" ", text).strip()


def without_controls(text: str, notes: Notes) -> str:
    """``text`` without control characters, NUL replaced as CommonMark does; all of it noted, as is lost text."""

    def replace(match: re.Match[str]) -> str:
        return "\ufffd" if match[0] == "\0" else ""

    for number, line in enumerate(text.split("\n"), start=1):
        found = {f"U+{ord(sign):04X}" for sign in _CONTROLS.findall(line)}
        if found:
            notes.add(Kind.CHARACTERS, number, ", ".join(sorted(found)))
        wrong = _MOJIBAKE.search(line)
        if wrong or "\ufffd" in line:
            at = wrong.start() if wrong else line.index("\ufffd")
            notes.add(Kind.ENCODING, number, line[max(0, at - 20) : at + 20])
    return _CONTROLS.sub(replace, text)
