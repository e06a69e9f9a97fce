"""Documents with any text and any number in them."""

from __future__ import annotations

from hypothesis import strategies as st

from claimx.model import Claim, Document, Mark, Quantity, Speaker, Unit, Warning
from tests.render.sample import claim, document

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    [
        'a,"b"\n',
        "\x1b[31mred\x1b]0;t\x07",
        "| a | b |",
        "<script>alert(1)</script>",
        "\u202egnp",
        "\x9b2J",
        "=1+1",
        " x ",
        "\r",
        "@ops https://x.test",
        "```",
    ]
)
NUMBER = (
    st.none()
    | st.integers()
    | st.sampled_from([0, -1, 10**6, 3_500_000, 2**63, 2**64, -(2**63) - 1, 10**40, 10**400])
    | st.floats(allow_nan=False, allow_infinity=False)
)


@st.composite
def claims(draw: st.DrawFn, name: str) -> Claim:
    before, number, after = draw(ANY), draw(ANY.filter(bool)), draw(ANY)
    text = f"{before}{number}{after}"
    made = claim(text, number, None, name=name)
    unit = draw(st.none() | st.builds(Unit, st.sampled_from(["count", "percent", "currency", "length"]), st.none() | ANY, ANY))
    low, high = draw(NUMBER), draw(NUMBER)
    quantity = Quantity(
        text=number,
        start=len(before),
        end=len(before) + len(number),
        value=draw(NUMBER),
        low=low,
        high=high,
        comparator=draw(st.sampled_from(["=", "~", ">", ">=", "<", "<="])),
        change=draw(st.none() | st.sampled_from(["up", "down"])),
        unit=unit,
        subject=None,
        rule=draw(ANY),
        evidence=made.quantity.evidence,
    )
    speaker = draw(st.none() | st.builds(Speaker, ANY, ANY, st.none() | ANY, st.none() | ANY, st.just("group"), st.just(())))
    return Claim(
        id=name,
        text=text,
        start=0,
        end=len(text),
        line=draw(st.integers(1, 10**7)),
        sentence=draw(ANY),
        quantity=quantity,
        subject=None,
        speaker=speaker,
        attribution=draw(st.sampled_from([None, made.attribution])),
        date=draw(st.sampled_from([None, made.date])),
        negated=draw(st.booleans()),
        hedged=draw(st.booleans()),
        same_as=draw(st.sampled_from([None, "c0"])) if name != "c0" else None,
        rule=draw(ANY),
        marks=(Mark("hedged", draw(ANY), 0, 0),) if draw(st.booleans()) else (),
        evidence=made.evidence,
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of up to three claims."""
    made = tuple(draw(claims(f"c{at}")) for at in range(draw(st.integers(0, 3))))
    warnings = (Warning("CX101", draw(ANY), 0, 0),) if draw(st.booleans()) else ()
    return document(*made, path=draw(ANY), title=draw(st.none() | ANY), warnings=warnings)
