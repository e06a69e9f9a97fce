"""What the two sample files say, as a reader finds it."""

from __future__ import annotations

from pathlib import Path

import claimx
from claimx.model import Claim, Document

SEEDS = Path(__file__).parents[1] / "seeds"


def read(name: str) -> Document:
    return claimx.extract_file(next(SEEDS.glob(f"{name}_*.txt")))


def facts(claim: Claim) -> tuple[object, ...]:
    quantity = claim.quantity
    return quantity.comparator, quantity.low, claim.subject and claim.subject.text, claim.speaker and claim.speaker.name


def test_rogachev() -> None:
    document = read("000")
    assert document.published == "2016-11-21T17:48:36"
    assert document.title == "More Than 3,200 Russian Citizens Left for Syria, Iraq to Join Daesh"
    headline, nationals, citizens = document.claims
    assert facts(headline) == (">", 3200, "Russian Citizens", None)
    assert facts(nationals) == (">", 3200, "Russian nationals", "Ilya Rogachev")
    assert facts(citizens) == (">", 3200, "Russian citizens", "Ilya Rogachev")
    assert citizens.attribution is not None
    assert citizens.attribution.kind == "direct"
    assert citizens.attribution.cue is not None
    assert citizens.attribution.cue.text == "told"
    speaker = citizens.speaker
    assert speaker is not None
    assert speaker.role == "director of the Department for New Challenges and Threats"
    assert speaker.organization == "Russian Foreign Ministry"


def test_syromolotov() -> None:
    document = read("002")
    assert document.published == "2018-05-12"
    assert document.publisher == "RT"
    assert [facts(claim) for claim in document.claims[:3]] == [
        (">", 4000, "Russian citizens", "Oleg Syromolotov"),
        (">", 4000, "Russian citizens", "Oleg Syromolotov"),
        ("~", 3000, "people", "Oleg Syromolotov"),
    ]
    elided = document.claims[3]
    assert (elided.quantity.comparator, elided.quantity.low) == ("~", 3700)
    assert elided.speaker == document.claims[0].speaker
    assert len(document.claims) == 4
    kinds = [claim.attribution.kind for claim in document.claims if claim.attribution]
    assert kinds == ["indirect", "direct", "indirect", "indirect"]
    speaker = document.claims[0].speaker
    assert speaker is not None
    assert speaker.role == "Deputy Foreign Minister"
    assert speaker.organization == "Russia"
