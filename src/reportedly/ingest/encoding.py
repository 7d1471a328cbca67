"""From bytes to text, and an honest word about how sure that was."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from reportedly.documents import DocumentWarning

SAMPLE = 256 * 1024
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WEB_LABELS = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932",
    "gb2312": "gb18030", "gbk": "gb18030", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "utf8": "utf-8", "unicode": "utf-8",
}  # fmt: skip
"""Labels that browsers read as a wider encoding than they name."""
_NOT_FOR_PAGES = frozenset(
    {
        "utf-7",
        "unicode_escape",
        "raw_unicode_escape",
        "unicode-escape",
        "raw-unicode-escape",
        "punycode",
        "idna",
    }
)
"""Codecs that give text and yet would let a page rewrite itself."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MARKED_ONLY = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7"]
"""Encodings that statistics see everywhere in short texts; they come with a mark or are told otherwise."""
_KANA = re.compile("[\u3041-\u30fe]")
_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"PK\x03\x04", b"\x1f\x8b", b"SQLite format 3\0",
          b"\xd0\xcf\x11\xe0", b"RIFF", b"7z\xbc\xaf", b"MZ", b"BZh", b"\xfd7zXZ", b"ID3")  # fmt: skip


class Decoded(NamedTuple):
    """Text and what was done to get it. `text` None: these bytes are not text."""

    text: str | None
    warnings: tuple[DocumentWarning, ...] = ()


def decode(data: bytes) -> Decoded:
    """Text of a plain file: strict UTF-8 as it stands (a byte order mark stays), else a marked UTF-16/32,
    else detection.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_mark(data) or _by_detection(data)
    if b"\0" in data and _looks_binary(data):
        return _unmarked_utf16(data) or Decoded(None)
    if b"\x1b$" in data:  # ISO-2022-JP is seven-bit and would pass as UTF-8 full of escape sequences
        return _with(data, "iso2022_jp") or Decoded(text)
    return Decoded(text)


def decode_labelled(data: bytes, labels: list[str]) -> Decoded:
    """Text of a page: byte order mark, then the first of `labels` that fits strictly, then UTF-8, then
    detection.
    """
    if data.startswith(codecs.BOM_UTF8):
        return Decoded(
            data[3:].decode("utf-8", "replace"), () if _fits(data, "utf-8") else (_lossy("utf-8"),)
        )
    marked = _by_mark(data)
    if marked:
        return marked
    known = [codec for codec in map(_codec, labels) if codec]
    for codec in [*known, "utf-8"]:
        if _fits(data, codec):
            return Decoded(data.decode(codec))
    if known and not _looks_binary(data):
        text = data.decode(known[0], "replace")
        if (
            text.count("\ufffd") <= len(text) // 200 + 1
        ):  # a few broken bytes do not overrule what the page says
            return Decoded(text, (_lossy(known[0]),))
    return _by_detection(data)


def _codec(label: str) -> str | None:
    """A text codec for a label found in a page, or None: not all of Python's codecs are for text."""
    name = _WEB_LABELS.get(label.strip().lower(), label.strip().lower())
    try:
        info = codecs.lookup(name)
        return name if info.name not in _NOT_FOR_PAGES and isinstance(b"a".decode(name), str) else None
    except (LookupError, ValueError):
        return None


def _fits(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except (UnicodeError, LookupError):
        return False
    return True


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec in _BOMS:
        if data.startswith(mark):
            lossy = not _fits(data, codec)
            return Decoded(data.decode(codec, "replace"), (_lossy(codec),) if lossy else ())
    return None


def _by_detection(data: bytes) -> Decoded:
    if _looks_binary(data):
        return _unmarked_utf16(data) or Decoded(None)
    known = _nearly_utf8(data) or _japanese(data) or _few_accents(data)
    if known:
        return known
    best = from_bytes(data[:SAMPLE], cp_exclusion=_MARKED_ONLY).best()
    if best is not None:
        return _with(data, best.encoding) or Decoded(
            data.decode(best.encoding, "replace"), (_detected(best.encoding), _lossy(best.encoding))
        )
    text = data.decode("utf-8", "replace")
    return Decoded(text, (_lossy("utf-8"),)) if text.count("\ufffd") < len(text) * 0.1 else Decoded(None)


def _with(data: bytes, codec: str) -> Decoded | None:
    return Decoded(data.decode(codec), (_detected(codec),)) if _fits(data, codec) else None


def _few_accents(data: bytes) -> Decoded | None:
    """Too few letters beyond ASCII for statistics to tell: taken for the commonest Western encoding, with the
    warning.
    """
    high = sum(byte > 0x7F for byte in data[:SAMPLE])
    return _with(data, "cp1252") if high < 8 and high * 4 <= len(data) else None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes (a file cut inside a character), told by the multi-byte characters that
    are whole.
    """
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text[:SAMPLE]) - bad
    return Decoded(text, (_lossy("utf-8"),)) if whole > 0 and bad <= max(1, whole // 50) else None


def _japanese(data: bytes) -> Decoded | None:
    """Shift JIS or EUC-JP, told by its kana: statistics take short Japanese for Chinese."""
    for codec in ("cp932", "euc_jp"):
        decoded = _with(data, codec)
        wide = [char for char in (decoded.text or "")[:SAMPLE] if char > "\x7f"] if decoded else []
        if len(_KANA.findall("".join(wide))) > len(wide) * 0.2:
            return decoded
    return None


def _looks_binary(data: bytes) -> bool:
    sample = data[:SAMPLE]
    if sample.startswith(_MAGIC) and _CONTROLS.search(sample[:512]):
        return True
    return len(_CONTROLS.findall(sample)) > len(sample) // 50


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: nearly every other byte of its Latin letters and spaces is zero."""
    sample = data[:SAMPLE]
    half = len(sample) // 2
    for codec, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if half > 8 and zeros.count(0) > half * 0.7 and sample.count(0) < half * 1.05:
            return _with(data, codec)
    return None


def _detected(codec: str) -> DocumentWarning:
    return DocumentWarning("decoded_by_detection", codec)


def _lossy(codec: str) -> DocumentWarning:
    return DocumentWarning("decoded_lossy", f"not all bytes are {codec}; U+FFFD stands for the others")
