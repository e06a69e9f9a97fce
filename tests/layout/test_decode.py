"""Decoding: the encodings that files come in, and what is said where one was guessed."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.decode import decode

TEXT = "“5 °C” – café £3"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_what_a_file_announces(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.warnings) == (TEXT, encoding, ())


def test_windows_1252_is_a_guess_and_said() -> None:
    decoded = decode(TEXT.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (TEXT, "cp1252")
    assert [warning.code for warning in decoded.warnings] == ["CX101"]
    assert "byte 0" in decoded.warnings[0].message


def test_unassigned_bytes_become_controls() -> None:
    assert decode(b"a\x81\x8d\x8f\x90\x9d\x93b").text == "a\x81\x8d\x8f\x90\x9d“b"


@pytest.mark.parametrize(("name", "data"), [("latin-1", b"caf\xe9"), ("MacRoman", b"caf\x8e"), ("utf-16", "café".encode("utf-16"))])
def test_an_encoding_that_was_asked_for(name: str, data: bytes) -> None:
    assert decode(data, name).text == "café"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"a\0b", None, "binary"),
        (codecs.BOM_UTF16_LE + b"a", None, "UTF-16-LE"),
        (b"caf\xe9", "utf-8", "not valid utf-8"),
        (b"a\0b", "latin-1", "binary"),
        ("ab".encode("utf-16-le"), None, "UTF-16"),
    ],
)
def test_binary_and_broken_files_are_value_errors(data: bytes, name: str | None, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        decode(data, name)


@pytest.mark.parametrize("name", ["no-such-encoding", "base64", "rot13", "zip"])
def test_names_of_no_text_encoding(name: str) -> None:
    with pytest.raises(LookupError):
        decode(b"abc", name)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_value_error(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ValueError:
        return
    assert isinstance(decoded.text, str)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_utf_8_is_itself(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
