"""The architecture as a test: imports point down only, and never in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"

FLOORS = (
    ("_version", "model", "lazy"),
    ("lexicon", "page"),
    ("alphabet", "decode", "speech", "layout"),
    ("grammar", "words"),
    ("tags",),
    ("sentences", "nouns"),
    ("reading",),
    ("names",),
    ("quantities", "dates", "attributions", "speakers", "claims"),
    ("pipeline",),
    ("render",),
    ("compare",),
    ("check",),
    ("review",),
    ("cli",),
    ("__main__",),
)
"""From the ground up. A part imports from floors below its own, so those of one floor never each other."""

FLOOR = {part: floor for floor, parts in enumerate(FLOORS) for part in parts}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted((SOURCE / "claimx").rglob("*.py")):
        yield ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"), path


def imported(nodes: Iterator[ast.AST] | list[ast.stmt]) -> Iterator[str]:
    """The names of claimx that the import statements among ``nodes`` name, as "claimx.part.module[.name]"."""
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "claimx":
            assert node.level == 0
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "claimx")


def part(name: str) -> str:
    return name.partition(".")[2].partition(".")[0]


@pytest.mark.parametrize(("name", "path"), [pytest.param(*module, id=module[0]) for module in modules() if module[0] != "claimx"])
def test_imports_point_down(name: str, path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert part(name) in FLOOR, f"give {part(name)} its floor in FLOORS"
    for other in imported(ast.walk(tree)):
        if part(other) == part(name):
            continue
        assert part(other) in FLOOR, f"{name} imports {other}: import the module, not the package"
        assert FLOOR[part(other)] < FLOOR[part(name)], f"{name} may not import {other}"
        assert part(name) != "render" or part(other) == "model", f"{name} may see the model only, not {other}"


def test_no_circles() -> None:
    """Among what is imported when a module is: inside functions a later import is allowed."""
    names = {name for name, _ in modules()}
    graph: dict[str, set[str]] = {}
    for name, path in modules():
        found = set(imported(ast.parse(path.read_text(encoding="utf-8")).body))
        graph[name] = {other if other in names else other.rpartition(".")[0] for other in found} - {name}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))
