"""Bytes to text: what is certain, what is detected, what is lost."""

from __future__ import annotations

import pytest

from reportedly.ingest.encoding import decode, decode_labelled

RUSSIAN = (
    "Министерство обороны опровергло сообщения о поставках ракет в порт, назвав их безосновательными. " * 5
)
JAPANESE = "防衛省によると、ミサイルは港に運ばれていないという。報道は事実ではないと担当者が述べた。" * 5


def codes(decoded: object) -> list[str]:
    return [warning.code for warning in decoded.warnings]  # type: ignore[attr-defined]


def test_utf8_is_left_as_it_stands() -> None:
    """Byte order mark and carriage returns stay, so that offsets are offsets into the file."""
    decoded = decode(b"\xef\xbb\xbfone\r\ntwo")
    assert decoded.text == "\ufeffone\r\ntwo"
    assert decoded.warnings == ()


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_marked_wide_encodings_are_certain(codec: str) -> None:
    decoded = decode(RUSSIAN.encode(codec))
    assert decoded.text == RUSSIAN
    assert decoded.warnings == ()


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
    ],
)
def test_other_encodings_are_detected_with_a_warning(text: str, codec: str) -> None:
    """The warning names the encoding."""
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert codes(decoded) == ["decoded_by_detection"]
    assert decoded.warnings[0].detail


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_unmarked_utf16_of_latin_text_is_detected(codec: str) -> None:
    decoded = decode(("The ministry denied the delivery. " * 5).encode(codec))
    assert decoded.text is not None
    assert decoded.text.startswith("The ministry")
    assert codes(decoded) == ["decoded_by_detection"]


def test_utf8_cut_inside_a_character_is_lossy_not_guessed() -> None:
    """A file that lost its last byte does not turn into another encoding."""
    decoded = decode(RUSSIAN.strip().encode()[:-2])
    assert decoded.text is not None
    assert decoded.text.startswith("Министерство")
    assert decoded.text.endswith("\ufffd")
    assert codes(decoded) == ["decoded_lossy"]


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), bytes(range(256)) * 40, b"ab\0\0\0\0\1\2"]
)
def test_binary_is_not_text(data: bytes) -> None:
    assert decode(data).text is None


def test_a_mark_outranks_the_label_and_the_label_outranks_detection() -> None:
    assert decode_labelled(b"\xef\xbb\xbf\xd0\x9f", ["cp1251"]).text == "П"
    assert decode_labelled("Привет".encode("cp1251"), ["windows-1251"]).text == "Привет"


def test_a_wrong_label_gives_way_to_utf8() -> None:
    """A page that says ASCII-like Shift JIS and is UTF-8."""
    assert decode_labelled("поставка".encode(), ["us-ascii-nonsense", "ascii"]).text is not None
    assert decode_labelled("供与した".encode(), ["iso2022_jp"]).text == "供与した"


def test_codecs_that_are_not_encodings_are_ignored() -> None:
    """A page may name any codec Python has; those that unpack or transform are not for pages to choose."""
    assert decode_labelled(b"text", ["zip", "base64", "rot13", "idna\0"]).text == "text"
    assert (
        decode_labelled(b"a\\x41 +AEE-", ["unicode_escape", "raw_unicode_escape", "utf-7"]).text
        == "a\\x41 +AEE-"
    )


def test_a_few_broken_bytes_do_not_overrule_the_label() -> None:
    decoded = decode_labelled("Москва опровергла. ".encode() * 30 + b"\xff", ["utf-8"])
    assert decoded.text is not None
    assert decoded.text.startswith("Москва")
    assert codes(decoded) == ["decoded_lossy"]


def test_a_single_accent_is_western() -> None:
    decoded = decode("The café denied it.".encode("cp1252"))
    assert decoded.text == "The café denied it."
    assert codes(decoded) == ["decoded_by_detection"]
