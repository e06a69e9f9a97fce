"""Sentences in the manner of news, with every time expression in brackets and its TIMEX3 type and value."""

import json
from pathlib import Path

import pytest

from tests.dates.reader import find

CASES = [
    (path.stem, json.loads(line))
    for path in sorted((Path(__file__).parent / "cases").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without brackets, and the spans that they enclosed."""
    plain, spans, start = "", [], 0
    for char in text:
        if char == "[":
            start = len(plain)
        elif char == "]":
            spans.append((start, len(plain)))
        else:
            plain += char
    return plain, spans


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case['text'][:60]}" for name, case in CASES])
def test_case(name: str, case: dict[str, object]) -> None:
    text, spans = marked(str(case["text"]))
    published, times = case["published"], case["times"]
    assert isinstance(times, list)
    expected = [(text[start:end], kind, value) for (start, end), (kind, value) in zip(spans, times, strict=True)]
    found = find(text, published if isinstance(published, str) else None)
    assert [(time.text, time.type, time.value) for time in found] == expected
    assert [(time.start, time.end) for time in found] == spans
