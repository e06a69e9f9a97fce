"""The part of speech of each word: one letter a token, in a string with the same indices as the class string.

As in Brill's tagger (1992), the lexicon gives a word its likely part of speech and contextual rules correct it; here
a word of several parts keeps the set of them until a rule picks one, and what no rule decides falls to the likely one.

    N S P  noun: singular, plural, proper       J  adjective (also ordinals)   R  adverb, particle, "not"
    D H    determiner, possessive ("his")       O  pronoun                     W Q  relative and wh-word: who, when
    I T    preposition, "to"                    K C  conjunction: coordinating, subordinating ("that he left")
    M      modal                                B Y A  finite be, have, do     b  be, been, being
    V      verb: base or present plural         Z  third person ("says")       d  past tense   n  past participle   G  -ing
    #      number                               E  existential "there"         '  possessive 's   U  other words and signs
    $      currency sign                        . , : - ( ) "  signs, by kind  \\n  a line break that separates blocks
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from claimx import speech

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.words import Words

FINITE = "BYAMZd"
"""Letters that are finite verbs by themselves; V is one where its subject is plural."""

_RULES = (
    # letter (with !: only where it is the likely one), what stands left (tokens of a fixed number; with <: and a finite
    # verb before them in the clause), what stands right
    ("V", "T", ""),
    ("V", "TR", ""),
    ("V", "M", ""),
    ("V", "A", ""),
    ("V", "[MA]R", ""),
    ("V", "[MA]RR", ""),
    ("V", "[MA][OP]", ""),
    ("n", "[YBb]", ""),
    ("n", "[YBb]R", ""),
    ("n", "[YBb]RR", ""),
    ("n", "[YB]O", ""),
    ("R", "", "[#$]"),
    ("E", "", "[BMAZdR]"),
    ("C", "[dZVnG]", "[DHOPS#JE$IC]"),
    ("C", "[dZVnG][OPN]", "[DHOE]"),
    ("C", ",", "[DHOE]"),
    ("W", "[NSPZO,]", "[BYAMZdVR']"),
    ("W", "[NSP]", "[OPDH]"),
    ("D", "", "[NJG]"),
    ("D", "I", "[SP#]"),
    ("O", "I", ""),
    ("O", "", "[.,BMZdYA]"),
    ("H", "", "[NSJ#nGP]"),
    ("O", "", ""),
    ("S", "[DHJ#'$]", ""),
    ("S", "#N", "[.,ITK]"),
    ("S", "[IG]", "(?![DHOTC])"),
    ("S", "[NP]", "[BYAMdn.,)K\\n]"),
    ("S", "[NP]", "R[VBYAMd]"),
    ("S", "<[NP]", "I"),
    ("S", "[NP]", 'I[^\\n.":;,]{0,9}[BYAMZ]'),
    ("Z", "[NP]", "I"),
    ("S", "[VGdn]", ""),
    ("Z", "[OEW]", ""),
    ("Z", "[NP)]", '[DHTCOIRJWQnG#$P"]'),
    ("Z", "R", "[DHTCOIWQ]"),
    ("Z", '[",]', "[NPT]"),
    ("J", "[DHIRJ#',B]", "[NSJGP#]"),
    ("J", "[Bb]", ""),
    ("J", "[BbV]R", ""),
    ("n", "[DHJ#'$]", "[NSPJ]"),
    ("N", "[DH]", '[.,IKBYAMZd)"]'),
    ("n", "[DHJ]", ""),
    ("n!", "[NSP]", '(?![DHOC])[^\\n.":;,]{0,9}[BYAMZ](?![^\\n.,]{0,3}[\\n,])'),
    ("d", "[OW]", ""),
    ("d", "[OWPNS]R", ""),
    ("d", '[NSP)",]', "[DHOCTQWG]"),
    ("d", "[NSP)]", '[NSPJ#R$"]'),
    ("d", "P", ""),
    ("d", "[Kn]", "[DHOT]"),
    ("n", "<[NS]", "[IR]"),
    ("d", "[NS]", "[IR]"),
    ("n", "I", ""),
    ("N", "[DHJ#'$]", ""),
    ("N", "[nG]", "[.,IKBZMd]"),
    ("N", "I", "(?![DHO])"),
    ("V", "[OW]", ""),
    ("V", "[OSW]R", ""),
    ("V!", "S", "[DHOTCPRQIWSNJ#]"),
    ("V", "S", "[DHOCPQW]"),
    ("V", "S", "TV"),
    ("V", "K", "[DHO]"),
    ("V", "#", "[DHOC]"),
    ("N", "[NP]", ""),
    ("N", "V", ""),
    ("J", "", "[NSJ]"),
    ("R", "", '[.,"]'),
    ("G", "", "[DHO]"),
)


_CLAUSE = r'[BYAMZd][^BYAMZd.,:"\n]{0,10}'
"""A finite verb and what follows it in its clause."""


def tag(words: Words) -> str:
    """The letters of all tokens."""
    letters = _capitals(words)
    for substitute, letter in _compiled():
        letters = substitute(letter, letters)
    return letters.encode("latin-1").translate(_likely()).decode("ascii")


def _capitals(words: Words) -> str:
    """Capitalised words of the lexicon: names within a sentence; where it starts, names only if the page has them so."""
    guesses = words.guesses
    if _title_case().search(guesses):
        guesses = _title_case().sub(lambda line: line.group().translate(_lowered()), guesses)
    opening, names = [], set()
    for found in _capital().finditer(guesses):
        if found.lastindex:
            names.add(words.texts[found.start()])
        else:
            opening.append(found.start())
    letters = list(guesses)
    for index in opening:
        if words.texts[index] not in names:
            letters[index] = letters[index].translate(_lowered())
    return _capital().sub("P", "".join(letters))


@cache
def _compiled() -> tuple[tuple[Callable[[str, str], str], str], ...]:
    """The rules as substitutions; rules for one letter that follow each other are one pass over the string."""
    built: list[tuple[Callable[[str, str], str], str]] = []
    for (letter, wide), rules in groupby(_RULES, key=lambda rule: (rule[0][0], rule[1].startswith("<"))):
        branches = [_branch(*rule) for rule in rules]
        if wide:
            built += [(re.compile(branch, re.DOTALL).sub, rf"\g<1>{letter}") for branch in branches]
        else:
            # the candidate stands first, so that the engine skips to it; what is left of it is looked at from there
            source = f"[{_candidates(letter)}](?:{'|'.join(branches)})"
            built.append((re.compile(source, re.DOTALL).sub, letter))
    return tuple(built)


def _branch(letter: str, left: str, right: str) -> str:
    """The pattern of one rule: its contexts around a candidate that has been matched, or with "<" the whole."""
    after = f"(?={_expand(right)})" if right else ""
    if left.startswith("<"):
        return f"({_expand(_CLAUSE + left[1:])})[{_candidates(letter)}]{after}"
    only = f"(?<=[{_candidates(letter)}])" if letter.endswith("!") else ""
    return only + (f"(?<={_expand(left)}.)" if left else "") + after


def _candidates(letter: str) -> str:
    """The sets of letters that hold a letter; with "!" those whose likely one it is."""
    found = "".join(chr(code) for code in _codes() if letter[0] in speech.options(chr(code))[: 1 if letter.endswith("!") else None])
    if not found:
        raise LookupError(f"no word can be {letter}")
    return found


def _expand(source: str) -> str:
    """Letters in a context stand for the words that are such or are likely such."""
    soft = _soft()

    def one(found: re.Match[str]) -> str:
        inside = found.group("set") or found.group("letter")
        negated = inside.startswith("^")
        members = "".join(soft.get(letter, re.escape(letter)) for letter in (re.sub(r"\\\\(.)", r"\1", inside.removeprefix("^"))))
        return f"[{'^' if negated else ''}{members}]"

    return re.sub(r"\[(?P<set>[^\]]*)\]|(?P<letter>[A-Za-z,](?!\d*\}))", one, source)


@cache
def _codes() -> tuple[int, ...]:
    return tuple(range(speech.FIRST, speech.FIRST + len(speech.sets())))


@cache
def _soft() -> dict[str, str]:
    found: dict[str, str] = {}
    for code in _codes():
        letter = speech.options(chr(code))[0]
        found[letter] = found.get(letter, re.escape(letter)) + chr(code)
    return found


@cache
def _likely() -> bytes:
    """From the character of a set to its likely letter; a letter is itself."""
    table = bytearray(range(256))
    for code in _codes():
        table[code] = ord(speech.options(chr(code))[0])
    return bytes(table)


@cache
def _lowered() -> dict[int, str]:
    lowered = {}
    for code in _codes():
        options = speech.options(chr(code))
        lowered[code + speech.CAPITAL] = options if len(options) == 1 else chr(code)
    return lowered


def _capital_set() -> str:
    return f"[{chr(_codes()[0] + speech.CAPITAL)}-{chr(_codes()[-1] + speech.CAPITAL)}]"


@cache
def _capital() -> re.Pattern[str]:
    """A capitalised word; group 1 is matched unless it starts a sentence, a quotation or a line."""
    return re.compile(rf'{_capital_set()}((?<=[^.\n":(].))?', re.DOTALL)


@cache
def _title_case() -> re.Pattern[str]:
    """A line of three and more words in which all but function words are capitalised: a headline, or shouted."""
    capital, unknown = _capital_set(), "P"
    small = "[DHOIKTMBYA#'$.,:()\"U\\-" + "".join(chr(code) for code in _codes() if speech.options(chr(code))[0] in "DHOIKTMBYACR") + "]"
    return re.compile(rf"(?<![^\n])(?:{small}{{0,4}}[{capital[1:-1]}{unknown}]){{3,40}}{small}{{0,4}}(?![^\n])")
