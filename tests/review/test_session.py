"""The walk through pending claims, and what it leaves on disk."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from claimx.check import sidecar
from claimx.check.match import match
from claimx.model import Document
from claimx.review import Book, Session
from claimx.review.fields import FIELDS, Unreadable, read
from tests.check.build import claim, document

TEXT = "At least 40 people died in Lund on Sunday, police said. Some 120 homes burned down. The mayor named 7 streets.\n"


def made(text: str = TEXT) -> Document:
    figures = [("At least 40", "people"), ("120", "homes"), ("7", "streets")]
    return document(text, *(claim(text, figure, subject) for figure, subject in figures if figure in text and subject in text))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path / "a.txt"


def rows(path: Path) -> list[tuple[str, str]]:
    lines = sidecar.path_of(path).read_text().splitlines()
    return [(json.loads(line)["text"], json.loads(line)["status"]) for line in lines]


def session(path: Path, found: Document | None = None) -> Session:
    return Session([Book(path, TEXT, found or made())])


def test_every_decision_is_on_disk_before_the_next_claim(path: Path) -> None:
    walk = session(path)
    assert [item.kind for item in walk.book.items] == ["new"] * 3
    walk.accept()
    assert rows(path) == [("At least 40", "accepted")]
    walk.reject()
    assert rows(path) == [("At least 40", "accepted"), ("120", "rejected")]
    walk.edit({"subject": "alleys"})
    assert rows(path)[2] == ("7", "edited")
    assert walk.done
    assert walk.counts == {"accepted": 1, "rejected": 1, "edited": 1, "skipped": 0}


def test_it_goes_on_where_it_was_left(path: Path) -> None:
    session(path).accept()
    walk = session(path)
    assert (len(walk), walk.item.shown.text) == (2, "120")
    walk.skip()
    walk.accept()
    assert [item.shown.text for item in session(path).book.items] == ["120"]


def test_back_takes_a_decision_back(path: Path) -> None:
    walk = session(path)
    assert not walk.back()
    walk.accept()
    assert walk.back()
    assert walk.item.decided == "accepted"
    walk.reject()
    assert rows(path) == [("At least 40", "rejected")]
    assert walk.counts == {"accepted": 0, "rejected": 1, "edited": 0, "skipped": 0}


def test_a_reviewed_file_is_what_check_expects(path: Path) -> None:
    walk = session(path)
    while not walk.done:
        walk.accept()
    old = sidecar.load(sidecar.path_of(path))
    assert old is not None
    found = match(old, tuple(sidecar.entry(one) for one in made().claims))
    assert (len(found.same), found.changed, found.lost, found.gained) == (3, [], [], [])


def test_a_rejected_claim_stays_known_and_is_not_asked_again(path: Path) -> None:
    walk = session(path)
    while not walk.done:
        walk.reject()
    assert len(session(path)) == 0


def test_an_edit_keeps_what_the_machine_said_beside(path: Path) -> None:
    walk = session(path)
    walk.edit({"speaker": "Anna Berg", "hedged": True})
    line = json.loads(sidecar.path_of(path).read_text())
    assert (line["speaker"], line["hedged"], line["extracted"]) == ("Anna Berg", True, {"speaker": None, "hedged": False})
    assert len(session(path)) == 2, "the machine says what it said: nothing to ask"
    walk.back()
    walk.edit({"speaker": None, "hedged": False})
    assert json.loads(sidecar.path_of(path).read_text())["status"] == "accepted"


def test_changed_lost_and_recorded_claims_wait_too(path: Path) -> None:
    recorded = [sidecar.entry(one) for one in made().claims]
    sidecar.write(sidecar.path_of(path), sidecar.dumps(recorded))
    assert [item.kind for item in session(path).book.items] == ["recorded"] * 3
    walk = session(path)
    while not walk.done:
        walk.accept()
    after = TEXT.replace("40 people", "43 people").replace(" The mayor named 7 streets.", "")
    found = document(after, claim(after, "At least 43", "people"), claim(after, "120", "homes"))
    walk = session(path, found)
    assert [item.kind for item in walk.book.items] == ["changed", "lost"]
    walk.accept()
    walk.edit({"subject": "roads"})
    assert rows(path) == [("At least 43", "accepted"), ("120", "accepted"), ("7", "accepted")], "a lost claim cannot be edited"
    walk.back()
    walk.accept()
    assert rows(path) == [("At least 43", "accepted"), ("120", "accepted")]


def test_a_text_without_claims_is_settled_by_an_empty_sidecar(path: Path) -> None:
    walk = Session([Book(path, "Nothing.", document("Nothing."))])
    assert walk.done
    assert sidecar.path_of(path).read_text() == ""


def test_a_failed_write_takes_the_decision_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = session(path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", fail)
        with pytest.raises(OSError, match="No space"):
            walk.accept()
    assert (walk.position, walk.item.now, walk.item.decided) == (0, None, None)
    assert not sidecar.path_of(path).exists()


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("value", "3,200", 3200),
        ("value", "1.5", 1.5),
        ("low", "-", None),
        ("comparator", ">=", ">="),
        ("change", "-", None),
        ("subject", "  Russian   citizens ", "Russian citizens"),
        ("speaker", "-", None),
        ("hedged", "yes", True),
        ("negated", "n", False),
    ],
)
def test_what_is_typed_is_read(key: str, typed: str, value: object) -> None:
    assert read(next(field for field in FIELDS if field.key == key), typed) == value


@pytest.mark.parametrize(
    ("key", "typed"), [("value", "many"), ("value", "nan"), ("high", "1e999"), ("comparator", "-"), ("change", "left"), ("hedged", "")]
)
def test_what_cannot_be_read_says_so(key: str, typed: str) -> None:
    with pytest.raises(Unreadable):
        read(next(field for field in FIELDS if field.key == key), typed)


def test_the_keys_of_fields_are_single_and_apart() -> None:
    letters = [field.letter for field in FIELDS]
    assert len(set(letters)) == len(letters)
    assert not set(letters) & {"q", "\r", "\n"}
