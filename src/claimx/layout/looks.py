"""Page furniture by its looks: lines whose signs or words give away that they are no text of an article."""

from __future__ import annotations

import re
from functools import cache

from claimx import lazy, lexicon

_WORD = lazy.compile(r"[^\W_]+(?:['.’-][^\W_]+)*")


def kind(text: str) -> str:
    """The kind of furniture that a line is (see :class:`claimx.layout.lines.Line`), empty if it is none."""
    return _by_signs(text) or _by_words(text)


# ---- a quick look at long lines ---------------------------------------------------------------------------------------

_SIGNS = ("{", "}", "|", "<", ">", "©", "]", "\\", "://", "string(")
_EDGES = lazy.compile(r"(?:By|BY|\d+ of \d+)\b|[\[*!#(]|\W{2}")
_CREDIT_SPACE = 60
_LONGEST_PHRASE, _LONGEST_OPENING = 400, 160
_CREDITS = "photo photos picture pictured credit courtesy image caption getty".split()
_HEADS = "Image Media Photo Video Picture File Undated Enlarge View Pictured Caption Credit Getty Handout".split()


@cache
def _telltale() -> tuple[frozenset[str], frozenset[str], dict[str, list[str]]]:
    """The longest words of the phrases that may stand anywhere, and those of credits; these alone; and the phrases by their words."""
    phrases: dict[str, list[str]] = {}
    for phrase in _phrases()[2]:
        word = max(phrase.split(), key=len).strip(",")
        for form in _spelled({word, *(name for name in ("JavaScript", "reCAPTCHA") if name.lower() == word)}):
            phrases.setdefault(form, []).append(phrase)
    credits = _spelled(set(_CREDITS))
    return credits.union(phrases), credits, phrases


def _spelled(words: set[str]) -> frozenset[str]:
    forms = {form for word in words for form in (word, word.capitalize(), word.upper())} | words
    return frozenset(form + sign for form in forms for sign in ("", ":", ".", ",", ")", "-", "?", "!"))


@cache
def _openers() -> frozenset[str]:
    """The first words of lines that may be furniture by their beginning."""
    return frozenset(form.split()[0].capitalize() for sizes in _phrases()[1].values() for forms in sizes.values() for form in forms)


def signed(text: str) -> bool:
    """Whether a line, or a page before its lines are looked at, has any sign of code, mark-up or a link."""
    return any(map(text.__contains__, _SIGNS))


def suspect(text: str, words: list[str], odd: bool) -> bool:
    """Whether a long line, WORDS being what its blanks part, needs a closer look at all; ODD if its page has such signs."""
    if (odd and signed(text)) or text[-1] in ");" or "/" in text[-_CREDIT_SPACE:]:
        return True
    if (text[0] == "B" or not text[0].isalpha()) and _EDGES.match(text):
        return True
    if len(text) <= _LONGEST_PHRASE:
        first = words[0].rstrip(":")
        if first in _HEADS_AND_LEADS:
            return True
        if len(text) <= _LONGEST_OPENING and (first in _openers() or (first.isupper() and len(first) > 2 and "." not in first)):
            return True
    telltale, credits, phrases = _telltale()
    if telltale.isdisjoint(words):
        return False
    found = telltale.intersection(words)
    if not credits.isdisjoint(found):
        return True
    lower = text.lower()
    return any(phrase in lower for word in found for phrase in phrases[word])


# ---- furniture that a line's signs give away --------------------------------------------------------------------------

_CODE = lazy.compile(
    r"""(?:string|array|object|int|bool|float)\(\d*\)(?:\s*["{\[=]|\s*$)      # a PHP variable dump
      | [\[{]\s*[\[{"'}]|[\[{}\]][\[{}\]),;\s]*$                              # JSON; a bracket alone
      | "[\w@$:. -]{1,40}"\s*:\s*(?:["\[{\d]|true|false|null)                 # a JSON member
      | <!\[CDATA|<!--|//\s*<|/\*|\*/|//\s?\w                                 # mark-up and comments
      | (?:var|let|const)\s+[\w$]+\s*=|function\b\s*\w*\(|\(function|!function|try\s*\{|if\s*\(.{0,80}\)\s*\{|return\s.{0,60};$
      | window\.\w|document\.\w|\$\(|jQuery|googletag|_gaq|fbq\(              # what pages load
      | @(?:media|import|font-face|charset)\b                                 # style sheets
      | [.#]?[\w-]+(?:[\s,>:.#\[\]=*"]+[\w-]+){0,12}\s*\{\s*(?:[\w-]+\s*:|$)
      | [\w-]{2,30}\s*:\s*[^;:]{1,80};$""",
    re.VERBOSE,
)
_CODE_SIGNS = lazy.compile(r'[{}\[\]<>=;\\|"]')
_CODE_PAIR = lazy.compile(r'["\w]\s*[:=]\s*["{\[\w]|\);|[{}]|\\/')
_SEEN = 4000
_LINK = lazy.compile(
    r"""(?:[*•-]\s*)?!?\[[^\[\]]{0,300}\]\([^()\s]{0,600}\)[.,]?$ | <?(?:https?://|www\.)\S+>?$
      | [\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.uk|gov|info)/\S*$ | pic\.twitter\.com/\w+$""",
    re.VERBOSE,
)
_TABLE = lazy.compile(r"\|.*\|.*\|?$|[-=_*~+|: ]{3,}\.?$")


_SEGMENT = r"[A-Z0-9][\w&-]*(?:\s[\w&-]+){0,4}"
_TRAIL = lazy.compile(
    rf"(?:You are here:?\s)?(?:Home(?:page|\sPage)?\s[\"»'›→>/|]\s.{{1,200}}|{_SEGMENT}(?:\s[\"»'›→>]\s{_SEGMENT}){{2,6}})$(?<!\d{{4}})"
)
"""A trail of sections: "Home » News » World", its signs as quotation marks where the shadow has unified them.

One that ends with a year is a stamp."""

_PLAIN = lazy.compile(r"(?!www\.|window\.|document\.|jQuery|googletag)[^\W_][\w\s.,:'?!&%$£€+–—-]*$")
"""Letters, figures and signs of which no link, table or code is made alone: most lines."""


def _by_signs(text: str) -> str:
    if _PLAIN.match(text) and " ' " not in text:
        return ""
    if _LINK.match(text):
        return "link"
    if _TABLE.match(text):
        return "table"
    if _TRAIL.match(text):
        return "junk"
    if _CODE.match(text):
        return "code"
    dense = len(text) > 40 and len(_CODE_SIGNS.findall(text, 0, _SEEN)) > min(len(text), _SEEN) / 18
    return "code" if dense and len(_CODE_PAIR.findall(text, 0, _SEEN)) >= 4 else ""


# ---- furniture that a line's words give away --------------------------------------------------------------------------

_NAME = r"(?:[A-Z][\w'.-]*|d[aei]|de[lr]?|la|van|von|bin|al|el)"
_JOINER = r"(?:,|\s\||\s/|\s&|\s·|\s-|\s–|\s—|\sand|\sin|\sat|\sfor|\sof|\sthe|\swith)"
_DESK = r"(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Aa]nalyst|Staff|Bureau)"
_MADE = "Written|Reported|Posted|Edited|Compiled|Words|Story|Text|Published|Article|Report|Analysis"
_CUE = rf"(?:[Bb]y|BY|(?:{_MADE})\ by|Authors?\ ?:|Author|From)"
_BYLINE = lazy.compile(
    rf"""(?: {_CUE}\s*:?\s+{_NAME}(?:{_JOINER}?\s{_NAME}){{0,16}}[,.]?$                       # By Jane Doe and John Roe in London
      | {_NAME}(?:\s{_NAME}){{1,3}}(?:,|\s\||\s-|\s–)?\s                                    # Jane Doe, Staff Reporter
             (?:(?:[A-Z]\w+\s){{0,3}}{_DESK}|Reuters|AFP|AP|CNN|BBC\ News|Bloomberg)(?:,?\s[A-Z][\w.]*){{0,5}}$
      | {_NAME}(?:\s{_NAME}){{1,2}}                                                          # Jane Doe in Paris
             (?:\sin\s{_NAME}(?:\s{_NAME}){{0,2}}|,\s(?:[\w-]+\s){{0,3}}{_DESK}(?:,\s.{{0,40}})?|\s?@\w+)$
      | (?:WRITER|Writer|REPORTER|Reporter)\s?:\s.{{1,60}}$
      | (?:[Ss]taff|[Ww]eb|[Nn]ews|[Tt]ribune|[Pp]ost|[Oo]ur)\s(?:[Cc]orrespondent|[Bb]ureau)(?:,.{{0,40}})?$
      | (?:[Ss]taff|[Ww]eb|[Nn]ews)\s(?:[Rr]eporter|[Ww]riter|[Dd]esk|[Rr]eport)s?$
      | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+$ | @\w+\.?$)""",
    re.VERBOSE,
)
_COUNTED = (
    r"(?:comments?|shares?|views?|likes?|retweets?|followers?|fans|subscribers?|votes?|reads?|replies|responses?|claps?|photos?"
    r"|images?|tweets?|min(?:ute|s|\.)?s?\ read|recommendations?)"
)
_UNIT = r"(?:s|m|h|d|w|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_AGO = lazy.compile(
    r"""(?:(?:[A-Z][\w.'-]*|by|in|an|email|on|at|[|•·–—-])\s){0,10}(?:about\s|over\s)?(?:\d+|[Aa]n?|[Oo]ne)\s?
        (?:second|minute|hour|day|week|month|year|[smhd]|min|hr)s?\sago(?:\s\d{1,2}[:.]\d\d\s?\w{0,5})?$""",
    re.VERBOSE,
)
_DEGREES = r"(?:[º°]\s?[CF]?|℉|℃)"
_COUNTER = lazy.compile(
    rf"""[\d,.]*\d\s?[KM]?\+?\s*{_COUNTED}\b[^a-z]{{0,40}}$
      | (?:{_COUNTED}|total\ shares|read(?:ing)?\ time|est\.\ reading\ time|estimated\ read)
             \s*[:(]?\s*[\d,.]+\s?[km]?\s*(?:min(?:ute)?s?)?\)?(?:\ read)?$
      | (?:(?:last\ )?updated|posted|published|modified)?\s*(?:about\s|over\s|almost\s)?(?:\d+|an?|one|two|three|few)\s?{_UNIT}\.?
             \s(?:\d+\s?(?:m|min|minute)s?\s)?ago(?:\s*\|.{{0,40}})?$
      | (?:\d+\s)?\d{{1,2}}\s?-?min(?:ute)?s?\.?\s(?:read|watch|listen)(?:\s.{{0,20}})?$
      | (?:image|photo|slide|picture|page)\s\d+\s?(?:of|/)\s?\d+$ | \d{{1,3}}\s?(?:/|of)\s?\d{{1,3}}$ | slideshow\s\(\s?\d+\s\w+\s\)$
      | [\W\d]+$
      | [\d.,]+\s?(?:{_DEGREES}|mph|km/h|mb|hpa)(?:\s?-\s?[\d.,]+\s?{_DEGREES})?$
      | (?:[\w.' -]{{1,20}}\s)?\d{{1,3}}\s?[º°℉℃]\s?[CF]?$
      | tags?\s?:.{{0,300}}$
      | (?:filed\ under|topics|keywords|categories|category|labels|more\ on|in\ this\ (?:story|article))\s?:.{{0,200}}$
      | (?:listen\ to\ article\s)?\d{{1,2}}:\d\d(?:\sshare\sthis\sarticle)?(?:\s(?:share|tweet|post|email))*$
      | get\ short\ url(?:\ \d+)*$ | (?:\d+\ ){{1,3}}get\ short\ url$""",
    re.VERBOSE | re.IGNORECASE,
)
_COMMENTS = lazy.compile(
    r"(?:\d[\d,]*|no|one|two|three)\s(?:comments?|responses?|replies|thoughts?\son\b.*)$|comments?\s?\(\d+\)$", re.IGNORECASE
)
_CLOCK = lazy.compile(
    r"(?:(?:last\s)?updated|posted|published)?\s*(?:at\s)?\d{1,2}(?:[:.]\d\d)?(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?-i:[A-Z]{2,4})?[.:]?$",
    re.IGNORECASE,
)
"""The time of a live blog's entry, or the number of one in a list."""
_TICKER = lazy.compile(r"(?=[^a-z]{4,160}$)(?=.*\d.*\d)(?:(?=.*[+▲▼△▽])|(?=.*\d[\d,.]*\s+-\s?\d)).*\d")
_AGENCIES = r"AP|AFP|Reuters|REUTERS|EPA(?:-EFE)?|Getty(?:\ Images)?|UPI|TASS|Xinhua|Bloomberg|ANI|PTI|Shutterstock|iStock|Alamy|NurPhoto"
_CREDIT = r"[Pp]hotos?|PHOTOS?|[Pp]ictures?|[Ii]mages?|[Cc]redits?|[Pp]hotograph|[Ii]llustration"
_CAPTION = lazy.compile(
    rf"""(?: (?:Image|Media|Photo|Video|Picture)s?\s?(?:caption|copyright|credit|source)
           | (?:FILE|File|Undated)\s?(?:PHOTO|[Pp]hoto|IMAGE|[Ii]mage|[Pp]icture|-|–|—)
           | Enlarge\ this\ image | \d+\ of\ \d+[.:]?\ [A-Z] | View\ (?:image|photo) | Photo\ via | toggle\ caption
           | Pictured: | PICTURED | Caption:
           | (?:{_CREDIT}|Graphic|Chart|Video|Getty\ Images)s?\s?(?::|by\ [A-Z]|courtesy|\()
           | (?:iStockphoto|{_AGENCIES}|Handout|Courtesy|Stock\ image)(?:\s?/.{{0,40}})?$)""",
    re.VERBOSE,
)
_CREDITED = lazy.compile(
    rf"""(?:[(\[|.–—-]\s?|\s)(?:{_CREDIT})\s?(?::|\ by\b|\ courtesy\ of|\ via)\s?[A-Z@][\w'./,&@\ -]{{1,60}}[)\]]?$
      | \((?:{_AGENCIES}|Photo|Image|Picture|Courtesy|Source|Credit|FILE|File|file)\b[^()]{{0,60}}\)\.?$
      | \([^()]{{2,40}}/(?:{_AGENCIES}|via)[^()]{{0,20}}\)\.?$
      | \b(?:AP\ Photo|{_AGENCIES}|Flickr|Wikimedia\ Commons|Creative\ Commons)\s?/\s?[A-Z][\w.\ -]{{1,40}}$
      | (?:[A-Z][\w.'-]+\ ?){{1,4}}\s?/\s?(?:{_AGENCIES}|The\ \w+(?:\ \w+)?|Agence\ France-?\ ?[Pp]resse|via\ \w+
          |[A-Z]\w+\ (?:Public\ Radio|News|Times|Post|Staff))$""",
    re.VERBOSE,
)
_CREDIT_SIGNS = ("(", "/", "hoto", "HOTO", "icture", "mage", "redit", "llustration")
_LONGEST_CREDIT = 110
_LEADING = (
    "READ SEE WATCH LISTEN ALSO MORE RELATED MUST RECOMMENDED OPINION NEXT TRENDING VIDEO PHOTOS "
    "Read See Watch Listen Also More Related Must Recommended Next Trending Video Photos"
).split()
_RELATED = lazy.compile(
    rf"""(?:{"|".join(_LEADING)}|DON'T\ MISS|Don't\ miss)
        (?:\s(?:MORE|[Mm]ore|ALSO|[Aa]lso|NEXT|[Nn]ext|HERE|[Hh]ere|READ|[Rr]ead|NOW|[Nn]ow
          |[Ss]tor(?:y|ies)|STOR(?:Y|IES)|[Aa]rticles?|[Cc]overage|[Ll]inks?|[Tt]opics?
          |[Rr]eading|THIS|[Tt]his|[Oo]n\ this|[Vv]ideos?|UP|[Uu]p)){{0,3}}
        \s?(?:[:|»>]|-\s|–|—)\s?.{{0,250}}$""",
    re.VERBOSE,
)


_DIGIT = lazy.compile(r"\d")
_HEADS_AND_LEADS = frozenset((*_HEADS, *_LEADING))


def _by_words(text: str) -> str:
    if len(text) <= 400 and (_CAPTION.match(text) or _is_credited(text[-_LONGEST_CREDIT:])):
        return "caption"
    if len(text) <= 300 and _RELATED.match(text):
        return "related"
    found = _by_phrase(text)
    if found or len(text) > 200:
        return found
    figure = _DIGIT.search(text) is not None
    if figure and _CLOCK.match(text):
        return "stamp" if text.isdigit() else "clock"
    if _BYLINE.match(text):
        return "byline"
    if _COMMENTS.match(text):
        return "stop"
    lower = text.lower()
    if (figure or ":" in text or "ago" in lower or "get" in lower or not lower.islower()) and _is_counter(text):
        return "junk"
    first = _WORD.search(lower)
    return "junk" if first is None or (first.group() in _buttons() and _buttons().issuperset(_WORD.findall(lower))) else ""


def _is_counter(text: str) -> bool:
    """Whether a line counts comments or shares, tells how long ago something was, gives labels or prices; most such have a figure."""
    return bool(_COUNTER.match(text) or ("ago" in text and _AGO.match(text)) or _TICKER.match(text))


def _is_credited(ending: str) -> bool:
    """Whether a line ends with the credit of a picture; a sign or word of each must be there, which is soon seen."""
    return any(map(ending.__contains__, _CREDIT_SIGNS)) and _CREDITED.search(ending) is not None


def _by_phrase(text: str) -> str:
    """The kind of the phrase that the line is, begins with or holds."""
    whole, opening, _ = _phrases()
    lower = text.lower().rstrip(" .:»>*!…?|-+").lstrip("*•·»›>|-+ ")
    found = whole.get(lower, "")
    if found or len(text) > 700:
        return found
    if len(text) <= _LONGEST_OPENING and lower.startswith(_beginnings().get(lower[:1], ())):
        for size, forms in opening[lower[0]].items():
            if lower[:size] in forms and not lower[size : size + 1].isalpha():
                return forms[lower[:size]]
    inside, lone = _inside()
    return "junk" if inside.search(lower) or any(map(lower.__contains__, lone)) else ""


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    """The phrases that lines begin with, by their first sign."""
    return {first: tuple(form for forms in sizes.values() for form in forms) for first, sizes in _phrases()[1].items()}


@cache
def _inside() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The phrases that may stand anywhere, and those of one word.

    The pattern begins with the first blank of a phrase, parts by the letter behind it and looks back at the end: blanks are
    few, and the engine skips to them.
    """
    rest: dict[str, list[str]] = {}
    for phrase in _phrases()[2]:
        behind = phrase.partition(" ")[2]
        if behind:
            rest.setdefault(behind[0], []).append(f"{re.escape(behind[1:])}(?<={re.escape(phrase)})")
    parted = "|".join(f"{re.escape(first)}(?:{'|'.join(behind)})" for first, behind in rest.items())
    return re.compile(f"\\ (?:{parted})"), tuple(phrase for phrase in _phrases()[2] if " " not in phrase)


@cache
def _phrases() -> tuple[dict[str, str], dict[str, dict[int, dict[str, str]]], tuple[str, ...]]:
    """The phrases of the word file: whole lines, openings by their first sign and length, and those that may stand anywhere."""
    whole: dict[str, str] = {}
    opening: dict[str, dict[int, dict[str, str]]] = {}
    inside: list[str] = []
    for row in lexicon.rows("layout/furniture"):
        if row["place"] == "whole":
            whole[row["form"]] = row["kind"]
        elif row["place"] == "opening":
            opening.setdefault(row["form"][:1], {}).setdefault(len(row["form"]), {})[row["form"]] = row["kind"]
        else:
            inside.append(row["form"])
    return whole, opening, tuple(inside)


@cache
def _buttons() -> frozenset[str]:
    """The words of lines that are nothing but buttons."""
    return frozenset(row["form"] for row in lexicon.rows("layout/buttons"))
