"""The golden files: realistic pages, each with the JSON of what is read from it.

    python -m tests.golden.rewrite

writes the expected files and the examples of README.md anew and names those that changed; `git diff` shows what to review
before they are committed.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

import claimx
from claimx.render.json import encode
from claimx.render.view import view

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent
WIDTH = 130


def pages() -> list[tuple[Path, Path]]:
    """Each page with the file of what is expected of it: the pages of this folder, and the samples in seeds/."""
    own = [(page, page.with_suffix(".json")) for page in sorted((FOLDER / "pages").glob("*.txt"))]
    return own + [(page, FOLDER / "seeds" / f"{page.stem}.json") for page in sorted((ROOT / "seeds").glob("*.txt"))]


def read(page: Path) -> str:
    """What is read from ``page``, as a text for review: the JSON of the document with its path relative to the project."""
    document = view(claimx.extract_file(page))
    document = msgspec.structs.replace(document, path=page.relative_to(ROOT).as_posix())
    return "".join(laid_out(json.loads(encode(document)))) + "\n"


def laid_out(value: Any, indent: str = "") -> Iterator[str]:
    """``value`` as JSON that reads well in a diff: what is short and not deep stands on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or (len(indent) + len(line) <= WIDTH and _depth(value) <= 2):
        yield line
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    items = [(f"{json.dumps(key)}: ", item) for key, item in value.items()] if isinstance(value, dict) else [("", item) for item in value]
    for at, (key, item) in enumerate(items):
        yield f"{',' if at else opening}\n{indent}  {key}"
        yield from laid_out(item, indent + "  ")
    yield f"\n{indent}{closing}"


def _depth(value: Any) -> int:
    if not isinstance(value, dict | list):
        return 0
    return 1 + max(map(_depth, value.values() if isinstance(value, dict) else value), default=0)


def difference(expected: Path, text: str) -> str:
    """How ``text`` differs from the file ``expected``, as a unified diff; "" if it does not."""
    before = expected.read_text(encoding="utf-8") if expected.exists() else ""
    name = expected.relative_to(ROOT).as_posix()
    return "".join(difflib.unified_diff(before.splitlines(True), text.splitlines(True), name, f"{name} (now)"))


def with_examples(readme: str) -> str:
    """The text of the README with what its examples ("$ claimx ...") print now, on a page of 100 columns without colours."""
    return re.sub(r"(```console\n\$ claimx ([^\n]+)\n).*?```", lambda found: f"{found[1]}{_printed(found[2])}```", readme, flags=re.DOTALL)


def _printed(arguments: str) -> str:
    command = [sys.executable, "-m", "claimx", *arguments.split(), "--format", "table", "--color", "never"]
    environment = {**os.environ, "COLUMNS": "100"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout.decode()


def main() -> None:
    if os.environ.get("CI"):
        sys.exit("golden files are not rewritten in CI")
    changed = 0
    for page, expected in pages():
        text = read(page)
        if difference(expected, text):
            expected.parent.mkdir(exist_ok=True)
            expected.write_text(text, encoding="utf-8", newline="\n")
            changed += 1
            print(expected.relative_to(ROOT))
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    if with_examples(text) != text:
        readme.write_text(with_examples(text), encoding="utf-8", newline="\n")
        changed += 1
        print(readme.relative_to(ROOT))
    kept = {expected for _, expected in pages()}
    for orphan in sorted({*FOLDER.glob("pages/*.json"), *FOLDER.glob("seeds/*.json")} - kept):
        print(f"{orphan.relative_to(ROOT)} has no page any more: delete it")
    print(f"{changed} of {len(kept) + 1} files changed" + ("; review them with: git diff tests/golden README.md" if changed else ""))


if __name__ == "__main__":
    main()
