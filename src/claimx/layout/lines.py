"""The lines of a page and what each looks like by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimx import lexicon

PROSE_CHARACTERS, PROSE_WORDS = 80, 13
"""A line of so many characters and words with a sentence's punctuation is running text."""

_END = re.compile(r"""[.!?…:;]["')\]*]{0,3}(?:\s*[\[(][^()\[\]]{1,40}[)\]])?$|["']$""")
_INNER = re.compile(r"""[a-z\d)"'%][.!?]["')]{0,2} +["'(\[]?[A-Z\d]|, [a-z]|; """)
_LOWER_WORD = re.compile(r"(?<![\w@#/.'-])[a-z]{2,}(?![\w@/-])")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…|\[[.…]{1,3}\])\s*(?:\(?(?:read |show |see )?more\)?[ >»]*)?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['.’-][^\W_]+)*")


@dataclass(slots=True)
class Line:
    """A line of the shadow without the blanks around it; ``kind`` says what it is taken for.

    prose: running text; sentence: a shorter one that ends like a sentence; item: of a list with figures; short: a
    few words; teaser: breaks off; code, table, caption, stamp, byline, link, related, junk: furniture of that kind;
    stop: furniture that only ever stands behind an article.
    """

    start: int
    end: int
    text: str
    kind: str = ""
    words: int = 0


def split(shadow: str) -> list[Line]:
    """The lines of a shadow that hold more than blanks, in order."""
    found, at = [], 0
    for line in shadow.split("\n"):
        bare = line.strip()
        if bare:
            start = at + len(line) - len(line.lstrip())
            found.append(Line(start, start + len(bare), bare))
        at += len(line) + 1
    return found


def classify(line: Line) -> None:
    """Set a line's kind and its number of words."""
    text = line.text
    line.words = text.count(" ") + 1
    if len(text) >= PROSE_CHARACTERS and line.words >= PROSE_WORDS and not _SUSPECT.search(text):
        line.kind = _prose_kind(text)
        return
    line.kind = _odd_kind(text) or _furniture_kind(text) or (_prose_kind(text) if len(text) >= PROSE_CHARACTERS else _short_kind(text))


_SUSPECT = re.compile(
    r"""[{}|<>©]|\]\(|\b(?:https?://|www\.)|;\s*$|^[\[*!#(\W\d]?[\[*!#]|\bstring\(|"\s*:\s*["\[{\d]
      | \b(?:[Cc]ookies?|[Pp]hotos?|PHOTO|[Pp]icture|[Ii]mage|[Cc]redit|[Cc]ourtesy|[Pp]rivacy|[Ss]ubscribe|[Ss]ign(?:ed)?\ up|[Nn]ewsletters?|JavaScript|[Bb]rowser
         |[Cc]opyright|[Rr]eserved|[Cc]lick|[Ff]ollow\ us|REUTERS/|Reuters/|AP/|AFP/|EPA/|Getty|READ|WATCH|SEE|MORE|Read|Related|RELATED|Also|Watch|See|Share|Tweet|ALSO|LISTEN|Listen|MUST)\b
      | ^(?:By|BY)\b | ^\d+\ of\ \d+\b | \bcaption""",
    re.VERBOSE,
)
"""Without one of these a long line with a sentence's punctuation needs no closer look."""


def _prose_kind(text: str) -> str:
    if _ELLIPSIS.search(text) and len(text) < 260 and '"' not in text:
        return "teaser"
    if _END.search(text) or _INNER.search(text):
        return "prose" if text.count(" ") + 1 >= PROSE_WORDS else "sentence"
    return "item" if len(_LOWER_WORD.findall(text)) >= 4 else "short"


def _short_kind(text: str) -> str:
    """Of a line that is no furniture to the eye: sentence, item, teaser or short."""
    if _ELLIPSIS.search(text):
        return "teaser" if text.count(" ") >= 7 else "sentence" if _LOWER_WORD.search(text) else "short"
    lower = len(_LOWER_WORD.findall(text))
    if _END.search(text) and not text.endswith(":") and (lower >= 2 or (lower and text[-1] in '.!?"')) and text.count(" ") >= 1:
        return "sentence"
    if _FIGURE.search(text) and lower >= 2:
        return "item"
    return "item" if _BULLETED.match(text) and lower >= 2 else "short"


_FIGURE = re.compile(r"[$£€%]|\d")
_BULLETED = re.compile(r"(?:[*•·▪●◦]|[–—-] |\d{1,2}[.)] |\(?[a-z]\) |[QA]: )")


# ---- furniture that a line's signs give away --------------------------------------------------------------------------

_CODE = re.compile(
    r"""(?:string|array|object|int|bool|float)\(\d*\)(?:\s*["{\[=]|\s*$)      # a PHP variable dump
      | [\[{]\s*[\[{"'}]|[\[{}\]][\[{}\]),;\s]*$                              # JSON; a bracket alone
      | "[\w@$:. -]{1,40}"\s*:\s*(?:["\[{\d]|true|false|null)                 # a JSON member
      | <[/!?]?[a-zA-Z][^<>]{0,400}>?$|<(?:script|style|div|span|p|a|img|iframe|!--)\b|<!\[CDATA|//\s*<|/\*|\*/|//\s?\w
      | (?:var|let|const)\s+[\w$]+\s*=|function\b\s*\w*\(|\(function|window\.\w|document\.\w|\$\(|jQuery|googletag|_gaq|fbq\(|!function|try\s*\{|if\s*\(.{0,80}\)\s*\{|return\s.{0,60};$
      | @(?:media|import|font-face|charset)\b|[.#]?[\w-]+(?:[\s,>:.#\[\]=*"]+[\w-]+){0,12}\s*\{\s*(?:[\w-]+\s*:|$)
      | [\w-]{2,30}\s*:\s*[^;:]{1,80};$""",
    re.VERBOSE,
)
_CODE_SIGNS = re.compile(r'[{}\[\]<>=;\\|"]')
_CODE_PAIR = re.compile(r'["\w]\s*[:=]\s*["{\[\w]|\);|[{}]|\\/')
_LINK = re.compile(
    r"(?:[*•-]\s*)?!?\[[^\[\]]{0,300}\]\([^()\s]{0,600}\)[.,]?$|<?(?:https?://|www\.)\S+>?$|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.uk|gov|info)/\S*$"
)
_TABLE = re.compile(r"\|.*\|.*\|?$|[-=_*~+|: ]{4,}$")


def _odd_kind(text: str) -> str:
    if _LINK.match(text):
        return "link"
    if _TABLE.match(text):
        return "table"
    if _CODE.match(text) or (
        len(text) > 40
        and len(_CODE_PAIR.findall(text, 0, 4000)) >= 4
        and len(_CODE_SIGNS.findall(text, 0, 4000)) > min(len(text), 4000) / 18
    ):
        return "code"
    return ""


# ---- furniture that its words give away -------------------------------------------------------------------------------

_NAME = r"(?:[A-Z][\w'.-]*|d[aei]|de[lr]?|la|van|von|bin|al|el)"
_BYLINE = re.compile(
    rf"""(?:(?:[Bb]y|BY|(?:Written|Reported|Posted|Edited|Compiled|Words|Story|Text|Published|Article|Report|Analysis)\ by|Author|Authors?\ ?:|From)\s*:?\s+
          {_NAME}(?:(?:,|\s\||\s/|\s&|\s·|\s-|\s–|\s—|\sand|\sin|\sat|\sfor|\sof|\sthe|\swith)?\s{_NAME}){{0,16}}[,.]?$
      | {_NAME}(?:\s{_NAME}){{1,3}}(?:,|\s\||\s-|\s–)?\s(?:(?:[A-Z]\w+\s){{0,3}}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Aa]nalyst|Staff|Bureau)|Reuters|AFP|AP|CNN|BBC\ News|Bloomberg)
          (?:,?\s[A-Z][\w.]*){{0,5}}$
      | (?:[Ss]taff|[Ww]eb|[Nn]ews)\s(?:[Rr]eporter|[Ww]riter|[Dd]esk|[Rr]eport)s?$ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+$ | @\w+$)""",
    re.VERBOSE,
)
_COUNTER = re.compile(
    r"""[\d,.]*\d\s?[KkMm]?\+?\s*(?:comments?|shares?|views?|likes?|retweets?|followers?|fans|subscribers?|votes?|reads?|replies|responses?|claps?|photos?|images?|tweets?|minutes?\ read|mins?\ read|min\.?\ read|recommendations?)\b[^a-z]{0,40}$
      | (?:comments?|shares?|views?|likes?|total\ shares|read\ time|reading\ time|est\.\ reading\ time|estimated\ read|updated|last\ updated|posted|published)\s*[:(]?\s*[\d,.]+\s?[kKmM]?\s*(?:mins?|minutes?)?\)?(?:\ read)?$
      | (?:updated|posted|published|modified)?\s*(?:about\s|over\s|almost\s)?(?:\d+|an?|one|two|three|few)\s?(?:s|m|h|d|w|sec|min|hr|second|minute|hour|day|week|month|year)s?\.?\s(?:\d+\s?(?:m|min|minute)s?\s)?ago(?:\s*\|.{0,40})?$
      | (?:\d+\s)?\d{1,2}\s?-?(?:min|minute)s?\.?\s(?:read|watch|listen)(?:\s.{0,20})?$
      | (?:image|photo|slide|picture|page)\s\d+\s?(?:of|/)\s?\d+$ | \d{1,3}\s?(?:/|of)\s?\d{1,3}$ | slideshow\s\(\s?\d+\s\w+\s\)$
      | [\W\d]+$ | [\d.,]+\s?(?:[º°]\s?[CF]?|℉|℃|mph|km/h|mb|hpa)(?:\s?-\s?[\d.,]+\s?[º°℉℃][CF]?)?$ | (?:[\w.' -]{1,20}\s)?\d{1,3}\s?[º°℉℃]\s?[CF]?$
      | tags?\s?:.{0,300}$ | (?:filed\ under|topics|keywords|categories|category|labels|more\ on|in\ this\ (?:story|article))\s?:.{0,200}$
      | (?:listen\ to\ article\s)?\d{1,2}:\d\d(?:\sshare\sthis\sarticle)?(?:\s(?:share|tweet|post|email))*$ | get\ short\ url(?:\ \d+)*$ | (?:\d+\ )?(?:\d+\ )+get\ short\ url$""",
    re.VERBOSE | re.IGNORECASE,
)
_TICKER = re.compile(r"^(?=[^a-z]{4,160}$)(?=.*\d.*\d)(?:(?=.*[+▲▼△▽])|(?=.*\d[\d,.]*\s+-\s?\d)).*\d")
_CAPTION = re.compile(
    r"""^(?:(?:Image|Media|Photo|Video|Picture)s?\s?(?:caption|copyright|credit|source)|(?:FILE|File|Undated)\s?(?:PHOTO|[Pp]hoto|IMAGE|[Ii]mage|[Pp]icture|-|–|—)|Enlarge\ this\ image|\d+\ of\ \d+[.:]?\ [A-Z]
          |(?:Photo|Image|Picture|PHOTO|Credit|CREDIT|Photograph|Illustration|Graphic|Chart|Video|Getty\ Images)s?\s?(?::|by\ [A-Z]|courtesy|\()|Pictured:|PICTURED|Caption:|View\ (?:image|photo)|Photo\ via|toggle\ caption)
      | (?:[(\[|.–—-]\s?|\s)(?:[Pp]hotos?|PHOTOS?|[Pp]ictures?|[Ii]mages?|[Cc]redits?|[Pp]hotograph|[Ii]llustration)\s?(?::|\ by\b|\ courtesy\ of|\ via)\s?[A-Z@][\w'./,&@\ -]{1,60}[)\]]?$
      | \((?:(?:AP|AFP|Reuters|REUTERS|EPA|Getty|UPI|TASS|Xinhua|Bloomberg|ANI|PTI|Photo|Image|Picture|Courtesy|Source|Credit|FILE|File|file)\b[^()]{0,60}|[^()]{2,40}/(?:AP|AFP|Reuters|REUTERS|EPA|Getty[^()]{0,10}|via[^()]{0,20}))\)\.?$
      | (?:\bAP\ Photo|\bREUTERS|\bReuters|\bAFP|\bEPA|\bGetty\ Images|\bShutterstock|\bXinhua|\biStock|\bAlamy|\bFlickr|\bWikimedia\ Commons|\bCreative\ Commons|\bGetty)\s?/\s?[\w.\ -]{2,40}$
      | (?:[A-Z][\w.'-]+\ ?){1,4}\s?/\s?(?:AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|Getty\ Images|Getty|Shutterstock|Bloomberg|The\ \w+(?:\ \w+)?|Agence\ France-?\ ?[Pp]resse|via\ \w+|[A-Z]\w+\ (?:Public\ Radio|News|Times|Post|Staff))$
      | ^(?:iStockphoto|Getty\ Images|Shutterstock|Reuters|AFP|AP|EPA|Handout|Courtesy|File|Stock\ image)(?:\s?/.{0,40})?$""",
    re.VERBOSE,
)
_RELATED = re.compile(
    r"""(?:READ|Read|SEE|See|WATCH|Watch|LISTEN|Listen|ALSO|Also|MORE|More|RELATED|Related|DON'T\ MISS|Don't\ miss|MUST|Must|RECOMMENDED|Recommended|OPINION|NEXT|Next|TRENDING|Trending|EXPLAINED|Video|VIDEO|PHOTOS|Photos|POLL)
        (?:\s(?:MORE|[Mm]ore|ALSO|[Aa]lso|NEXT|[Nn]ext|HERE|[Hh]ere|READ|[Rr]ead|NOW|[Nn]ow|[Ss]tor(?:y|ies)|STOR(?:Y|IES)|[Aa]rticles?|[Cc]overage|[Ll]inks?|[Tt]opics?|[Rr]eading|THIS|[Tt]his|[Oo]n\ this|[Vv]ideos?|UP|[Uu]p)){0,3}
        \s?(?:[:|»>]|-\s|–|—)\s?.{0,250}$""",
    re.VERBOSE,
)


def _furniture_kind(text: str) -> str:
    if len(text) <= 400 and _CAPTION.search(text):
        return "caption"
    if len(text) <= 300 and _RELATED.match(text):
        return "related"
    kind = _phrase_kind(text)
    if kind or len(text) > 200:
        return kind
    if _BYLINE.match(text):
        return "byline"
    if _COUNTER.match(text) or _TICKER.match(text):
        return "junk"
    return "junk" if all(word in _sharing() for word in _WORD.findall(text.lower())) else ""


def _phrase_kind(text: str) -> str:
    """junk, stop or related if the line is, begins with or holds a phrase of the word file."""
    whole, opening, inside = _phrases()
    lower = text.lower().rstrip(" .:»>*!…?|-+").lstrip("*•·»›>|-+ ")
    kind = whole.get(lower, "")
    if kind:
        return kind
    for size, forms in opening.items() if len(text) <= 160 else ():
        if lower[:size] in forms and not lower[size : size + 1].isalpha():
            return forms[lower[:size]]
    if len(text) <= 700:
        found = inside.search(text)
        return "junk" if found else ""
    return ""


@cache
def _phrases() -> tuple[dict[str, str], dict[int, dict[str, str]], re.Pattern[str]]:
    """The phrases of the word file: whole lines, openings by length, and those that may stand anywhere."""
    whole: dict[str, str] = {}
    opening: dict[int, dict[str, str]] = {}
    inside: list[str] = []
    for row in lexicon.rows("layout/furniture"):
        form, kind = row["form"], row["kind"]
        if row["place"] == "whole":
            whole[form] = kind
        elif row["place"] == "opening":
            opening.setdefault(len(form), {})[form] = kind
        else:
            inside.append(re.escape(form))
    return whole, opening, re.compile(rf"\b(?:{'|'.join(inside)})", re.IGNORECASE)


@cache
def _sharing() -> frozenset[str]:
    """The words of lines that are nothing but buttons."""
    return frozenset(row["form"] for row in lexicon.rows("layout/buttons"))
