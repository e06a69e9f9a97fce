"""The catalogue of rules: what each code means, why it matters, and a text that breaks it beside one that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from claimx.check.findings import Severity


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule. ``bad`` are article texts that together break it, ``good`` ones that keep it; a test runs both.

    CX0 rules compare a text with its sidecar: their examples are shown, ``default`` rules are on without configuration.
    """

    code: str
    name: str
    summary: str
    why: str
    help: str
    severity: Severity = "warning"
    default: bool = False
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "CX0": "expectations: the claims of a text against its sidecar",
        "CX1": "input: what is wrong with the text as it came",
        "CX2": "extraction: claims that lack a part",
        "CX3": "across files: what articles say beside each other",
    }
)

_DATE = "Nov 21, 2016\n\n"

_EXPECTATIONS = (
    Rule(
        code="CX001",
        name="no-sidecar",
        severity="error",
        default=True,
        summary="A text has no sidecar, so nobody has said which claims are expected in it.",
        why="A file without expectations would pass whatever is extracted from it. The finding shows what would be recorded.",
        help="look at the claims with `claimx review FILE`, or record them unseen with `claimx check --update FILE`",
        bad=("article.txt without article.claims.jsonl",),
        good=("article.txt beside article.claims.jsonl (which may be empty)",),
    ),
    Rule(
        code="CX002",
        name="no-text",
        severity="error",
        default=True,
        summary="A sidecar has no text: the file that it belongs to was deleted or renamed.",
        why="Expectations that nothing is held against look like coverage and are none.",
        help="rename the sidecar with its text, or delete orphans with `claimx check --prune`",
        bad=("article.claims.jsonl without article.txt",),
        good=("article.txt beside article.claims.jsonl",),
    ),
    Rule(
        code="CX003",
        name="claim-changed",
        severity="error",
        default=True,
        summary="A claim is found where it is expected, with another figure, subject, speaker or date.",
        why="Either the text was edited in substance or claimx reads it in another way: both want a person's eye.",
        help="accept the change with `claimx review`, or take back the edit",
        bad=("sidecar: value 3200, speaker Ilya Rogachev; found: value 3300, speaker Ilya Rogachev",),
        good=("sidecar and text agree; a claim that only stands on another line is CX006",),
    ),
    Rule(
        code="CX004",
        name="claim-gained",
        severity="error",
        default=True,
        summary="A claim is found that the sidecar does not have.",
        why="Nothing is accepted unseen: a new figure in a text is looked at before it counts as expected.",
        help="accept or reject it with `claimx review`",
        bad=("found: at least 12 people, Anna Berg; no such line in the sidecar",),
        good=("every claim found has a line in the sidecar (a rejected one too)",),
    ),
    Rule(
        code="CX005",
        name="claim-lost",
        severity="error",
        default=True,
        summary="A claim that the sidecar expects is not found any more.",
        why="The text lost a figure, or claimx lost sight of it.",
        help="if it is gone for good, drop it with `claimx review` or `claimx check --update`",
        bad=("sidecar: almost 3,000 criminal cases; no such claim in the text",),
        good=("every line of the sidecar that was not rejected is found",),
    ),
    Rule(
        code="CX006",
        name="claim-moved",
        severity="note",
        default=True,
        summary="A claim is the same as expected, but its line or the words around it changed.",
        why="An edit further up moves everything below it. The claim itself still holds, so this alone fails nothing.",
        help="`claimx check --update` writes the new places",
        bad=("sidecar: line 6; found: line 8, the same figure, subject, speaker and date",),
        good=("sidecar: line 6; found: line 6",),
    ),
)

_INPUT = (
    Rule(
        code="CX101",
        name="encoding-guessed",
        default=True,
        summary="The file is not UTF-8 and says nothing of its encoding, so that was guessed.",
        why="A wrong guess turns names, currency signs and quotation marks into others, and claims with them.",
        help="save the file as UTF-8, or name its encoding with `--encoding`",
        bad=("a file that holds the byte 0x93 for an opening quotation mark",),
        good=("the same file in UTF-8",),
    ),
    Rule(
        code="CX102",
        name="mojibake",
        default=True,
        summary="The text was decoded in the wrong encoding somewhere on its way (â€œ stands for a quotation mark).",
        why="claimx reads through the common sequences, but people and other tools stumble, and what is lost stays lost.",
        help="decode the source again as UTF-8",
        bad=(_DATE + "The ministerâ€™s office said that 40 people were hurt. â€œIt was a gas leak,â€\u009d she said.\n",),
        good=(_DATE + "The minister’s office said that 40 people were hurt. “It was a gas leak,” she said.\n",),
    ),
    Rule(
        code="CX103",
        name="page-dump",
        summary="A debug dump, JSON, a script or other remains of the page stand in the text.",
        why="They are full of numbers that nobody claims. claimx leaves them out; a clean text needs no such judgement.",
        help="cut the remains from the file",
        bad=(
            _DATE + "Forty people were hurt in the fire, police said.\n\n"
            'string(98) "[{"id":"18","sort":"36","type":"21","pic":"/a/b.mp4","title":"Fire"},{"id":"19","sort":"37"}]"\n',
        ),
        good=(_DATE + "Forty people were hurt in the fire, police said.\n",),
    ),
    Rule(
        code="CX104",
        name="unclosed-quotation",
        summary="A quotation is opened and not closed in its paragraph, nor opened again in the next.",
        why="Where a quotation ends decides whose figure it is. claimx ends it with the paragraph, which may be too late.",
        help="close the quotation mark",
        bad=(_DATE + "“At least 40 people were hurt, Anna Berg said on Monday.\n\nThe fire was put out at noon.\n",),
        good=(
            _DATE + "“At least 40 people were hurt,” Anna Berg said on Monday.\n\nThe fire was put out at noon.\n",
            _DATE + "“At least 40 people were hurt.\n\n“Nobody died,” Anna Berg said.\n",
        ),
    ),
    Rule(
        code="CX105",
        name="no-publication-date",
        summary="The text does not say when it was published.",
        why="“On Tuesday” and “last year” cannot be resolved, and a claim without a date of its own has none at all.",
        help="add the date to the text, or give it with `--published`",
        bad=("Forty people were hurt in the fire on Tuesday, police said.\n",),
        good=("City fire hurts 40\n\nPublished: Nov 21, 2016\n\nForty people were hurt in the fire on Monday, police said.\n",),
    ),
    Rule(
        code="CX106",
        name="ambiguous-date",
        summary="A numeric date can be read day first or month first, and nothing on the page decides.",
        why="03/04/2016 is a month apart in London and New York, and every claim that hangs on it too.",
        help="write the month as a word, or the date as 2016-04-03",
        bad=("The fire of 03/04/2016 hurt 40 people, police said.\n",),
        good=("The fire of 3 April 2016 hurt 40 people, police said.\n",),
    ),
    Rule(
        code="CX107",
        name="not-english",
        default=True,
        summary="The text is not in English.",
        why="The word lists and rules of claimx are English: what they find in another language is chance.",
        help="leave the file out with `exclude`, or ignore the rule for it with `per-file-ignores`",
        bad=(
            "Bei einem Brand in der Altstadt sind am Montag 40 Menschen verletzt worden, teilte die Polizei mit. Die Feuerwehr war "
            "mit 120 Kräften im Einsatz und konnte das Feuer erst nach drei Stunden löschen. Die Ursache ist noch unklar.\n",
        ),
        good=(
            "Forty people were hurt on Monday in a fire in the old town, the police said. The fire brigade was there with 120 people "
            "and could not put out the fire for three hours. The cause is not yet known.\n",
        ),
    ),
)

_EXTRACTION = (
    Rule(
        code="CX201",
        name="number-without-noun",
        summary="A claim has a number and nothing that it counts or measures.",
        why="Such a claim can be compared with nothing. Often the noun stands in the sentence before.",
        help="name what is counted, or correct the claim with `claimx review`",
        bad=(_DATE + "The police searched the houses on Monday. Around 3,700 had been put on the list, the ministry said.\n",),
        good=(_DATE + "Around 3,700 people had been put on the list, the ministry said.\n",),
    ),
    Rule(
        code="CX202",
        name="quote-without-speaker",
        summary="A direct quotation has no speaker.",
        why="A quotation is evidence only with a name to it.",
        help="name the speaker beside the quotation",
        bad=(_DATE + "The meeting ended at noon.\n\n“We have counted forty broken windows and nobody will pay for them.”\n",),
        good=(_DATE + "“We have counted forty broken windows and nobody will pay for them,” said Anna Berg.\n",),
    ),
    Rule(
        code="CX203",
        name="unresolved-pronoun",
        summary="A claim is given to “he”, “she” or “they”, and the text does not say who that is.",
        why="The reader of the claim alone does not know whose figure it is.",
        help="name the speaker once in the text, or correct the claim with `claimx review`",
        bad=(_DATE + "He said that 40 people were hurt in the fire.\n",),
        good=(_DATE + "Mayor Anna Berg visited the town. She said that 40 people were hurt in the fire.\n",),
    ),
)

_ACROSS = (
    Rule(
        code="CX301",
        name="other-figure",
        summary="The same speaker gives another figure for the same thing in another file.",
        why="It may be an update, a correction or a slip of the pen; `claimx compare --explain` shows both beside each other.",
        help="compare the places with `claimx compare`",
        bad=(
            "Fire hurts 40\n\nNov 21, 2016\n\nAt least 40 people were injured in the fire in Lund, said Anna Berg, the mayor.\n",
            "Fire in Lund\n\nNov 22, 2016\n\nAt least 52 people were injured in the fire in Lund, said Anna Berg, the mayor.\n",
        ),
        good=(
            "Fire hurts 40\n\nNov 21, 2016\n\nAt least 40 people were injured in the fire in Lund, said Anna Berg, the mayor.\n",
            "Fire in Lund\n\nNov 22, 2016\n\nAt least 40 people were injured in the fire in Lund, said Anna Berg, the mayor.\n",
        ),
    ),
    Rule(
        code="CX302",
        name="duplicate-article",
        default=True,
        summary="Most sentences of a file stand word for word in another file.",
        why="Two copies of an agency's story count as one source, not as two that agree.",
        help="keep one of the files, or ignore the rule for it",
        bad=(
            _DATE + "Forty people were hurt in a fire on Monday. The fire broke out in a bakery before dawn. It was put out at noon.\n",
            _DATE + "Forty people were hurt in a fire on Monday. The fire broke out in a bakery before dawn. It was put out at noon.\n",
        ),
        good=(
            _DATE + "Forty people were hurt in a fire on Monday. The fire broke out in a bakery before dawn. It was put out at noon.\n",
            _DATE + "Twelve people were hurt in a flood on Friday. The river rose after heavy rain overnight. It fell again at noon.\n",
        ),
    ),
)

RULES: tuple[Rule, ...] = (*_EXPECTATIONS, *_INPUT, *_EXTRACTION, *_ACROSS)
"""All rules in the order of their codes."""


@cache
def _by_code() -> Mapping[str, Rule]:
    return {one.code: one for one in RULES}


def rule(code: str) -> Rule:
    """The rule of a code. KeyError if there is none."""
    return _by_code()[code]


def under(prefix: str) -> tuple[Rule, ...]:
    """All rules whose code or name starts as given ("CX1", "CX104", "ALL" for all); () for an unknown prefix."""
    wanted = prefix.strip()
    if wanted.upper() == "ALL":
        return RULES
    found = tuple(one for one in RULES if wanted and one.code.startswith(wanted.upper()))
    return found or tuple(one for one in RULES if one.name == wanted.lower())
