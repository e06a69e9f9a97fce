"""``claimx rule``: what a code of ``claimx check`` means."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from claimx.cli.terminal import color_option, use_color

if TYPE_CHECKING:
    from claimx.check import Rule


@click.command()
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@click.option("--all", "every", is_flag=True, help="All rules.")
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output format.")
@color_option
def rule(codes: tuple[str, ...], every: bool, form: str, color: str) -> None:
    """Explain rules of `claimx check`, each with an example.

    CODE is a code, the start of one, or a rule's name.

    \b
    Examples:
      claimx rule CX104
      claimx rule unclosed-quotation
      claimx rule CX0
      claimx rule --all --format json
    """
    from claimx.check.rules import RULES, under

    chosen: dict[str, Rule] = {}
    for code in codes:
        found = under(code)
        if not found:
            raise click.UsageError(f"there is no rule {code!r}; `claimx rule --all` lists them")
        chosen.update((one.code, one) for one in found)
    if every:
        chosen = {one.code: one for one in RULES}
    if not chosen:
        raise click.UsageError("name a rule, or give --all")
    rules = sorted(chosen.values(), key=lambda one: one.code)
    if form == "json":
        click.echo(json.dumps([_data(one) for one in rules], ensure_ascii=False, indent=2))
    elif every and not codes:
        click.echo(_list(rules, use_color(color, sys.stdout)), nl=False, color=True)
    else:
        click.echo("\n".join(_text(one, use_color(color, sys.stdout)) for one in rules), nl=False, color=True)


def _data(one: Rule) -> dict[str, object]:
    return {
        "code": one.code,
        "name": one.name,
        "severity": one.severity,
        "default": one.default,
        "summary": one.summary,
        "why": one.why,
        "help": one.help,
        "bad": one.bad,
        "good": one.good,
    }


def _list(rules: list[Rule], color: bool) -> str:
    from claimx.check.rules import GROUPS

    rows = []
    for group, title in GROUPS.items():
        rows.append(_bold(f"{group}  {title}", color))
        width = max(len(one.name) for one in rules)
        rows += [
            f"  {one.code} {'*' if one.default else ' '} {one.name:<{width}}  {one.summary}" for one in rules if one.code.startswith(group)
        ]
        rows.append("")
    return "\n".join([*rows, "* on by default; `claimx rule CODE` explains one", ""])


def _text(one: Rule, color: bool) -> str:
    state = "on by default" if one.default else "off by default"
    parts = [
        _bold(f"{one.code} {one.name}", color) + f"  ({one.severity}, {state})",
        "",
        one.summary,
        one.why,
        "",
        f"What to do: {one.help}.",
        "",
    ]
    for title, texts in (("This breaks it", one.bad), ("This keeps it", one.good[:1])):
        parts += [f"{title}:", ""]
        for number, text in enumerate(texts, 1):
            parts += [f"    file {number}:"] if len(texts) > 1 else []
            parts += [f"    {line}".rstrip() for line in text.strip().split("\n")]
            parts.append("")
    return "\n".join(parts)


def _bold(text: str, color: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if color else text
