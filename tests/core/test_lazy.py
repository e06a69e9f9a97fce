"""A pattern that waits is a pattern: it finds what `re` finds, and every one that the project writes can be compiled."""

import importlib
import pkgutil
import re

import pytest

import claimx
from claimx import lazy

WAITING = [
    pytest.param(value, id=f"{found.name}.{name}")
    for found in pkgutil.walk_packages(claimx.__path__, "claimx.")
    if not found.name.endswith("__main__")
    for name, value in vars(importlib.import_module(found.name)).items()
    if type(value) is type(lazy.compile(""))
]


def test_finds_what_a_pattern_finds() -> None:
    late, now = lazy.compile(r"(?P<letter>[A-C])\d", re.IGNORECASE), re.compile(r"(?P<letter>[A-C])\d", re.IGNORECASE)
    text = "a1 B2 d4"
    assert late.findall(text) == now.findall(text) == ["a", "B"]
    assert [found.span("letter") for found in late.finditer(text, 1)] == [(3, 4)]
    assert late.match(text) is not None
    assert late.fullmatch(text) is None
    assert late.search(text, 1, 4) is None
    assert late.sub("-", text) == "- - d4"
    assert late.split(text) == now.split(text)


def test_waits_with_the_error_too() -> None:
    wrong = lazy.compile("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_there_are_some() -> None:
    assert len(WAITING) > 50


@pytest.mark.parametrize("waiting", WAITING)
def test_compiles(waiting: re.Pattern[str]) -> None:
    assert len(waiting.findall("")) <= 1
