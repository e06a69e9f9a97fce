"""The configuration: ``[tool.claimx]`` of pyproject.toml, or claimx.toml, the nearest one from the folder upwards.

    [tool.claimx]
    select = ["CX0", "CX1"]              # instead of the default set
    extend-select = ["CX301"]            # beside it
    ignore = ["CX105"]
    exclude = ["archive/**"]             # files that are not looked at
    format = "concise"
    baseline = "claimx-baseline.json"    # or a table: {"old.txt" = {CX104 = 2}}

    [tool.claimx.per-file-ignores]
    "wire/*.txt" = ["CX105"]

In claimx.toml the same keys stand at the top level. Paths and patterns are relative to the file's folder.
"""

from __future__ import annotations

import difflib
import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimx.check.select import Counts, Selection, UnknownRule

KEYS = ("select", "extend-select", "ignore", "per-file-ignores", "baseline", "exclude", "format")


class ConfigError(ValueError):
    """A configuration that cannot be used; the message names the file and the key."""


@dataclass(frozen=True)
class Config:
    """What a configuration file says. ``folder`` is where it stands; ``file`` None if there is no such file."""

    folder: Path
    file: Path | None = None
    selection: Selection = field(default_factory=Selection)
    exclude: tuple[str, ...] = ()
    format: str | None = None
    baseline: Counts = field(default_factory=dict)
    baseline_file: Path | None = None


def find(start: Path) -> Path | None:
    """The nearest claimx.toml, or pyproject.toml with a ``[tool.claimx]``, from ``start`` upwards."""
    for folder in (start, *start.parents):
        if (folder / "claimx.toml").is_file():
            return folder / "claimx.toml"
        project = folder / "pyproject.toml"
        if project.is_file() and "claimx" in _tables(_parse(project)):
            return project
    return None


def load(file: Path | None, start: Path | None = None) -> Config:
    """Read ``file``, or the nearest configuration from ``start`` (default: the current folder). ConfigError says what is wrong."""
    start = (start or Path.cwd()).resolve()
    file = file if file is not None else find(start)
    if file is None:
        return Config(folder=start)
    data = _parse(file)
    if file.name == "pyproject.toml":
        data = _tables(data).get("claimx", {})
        if not isinstance(data, dict):
            raise ConfigError(f"{file}: [tool.claimx] is no table")
    return _read(file, data)


def _parse(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8"))
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: {error}") from None


def _tables(data: dict[str, Any]) -> dict[str, Any]:
    tool = data.get("tool", {})
    return tool if isinstance(tool, dict) else {}


def _read(file: Path, data: dict[str, Any]) -> Config:
    for key in data:
        if key not in KEYS:
            close = difflib.get_close_matches(key, KEYS, 1)
            raise ConfigError(
                f"{file}: unknown key {key!r}" + (f", did you mean {close[0]!r}?" if close else f"; there are {', '.join(KEYS)}")
            )
    per_file = data.get("per-file-ignores", {})
    if not isinstance(per_file, dict):
        raise ConfigError(f"{file}: per-file-ignores is no table of pattern = [codes]")
    try:
        selection = Selection(
            select=_codes(file, "select", data["select"]) if "select" in data else None,
            extend=_codes(file, "extend-select", data.get("extend-select", [])),
            ignore=_codes(file, "ignore", data.get("ignore", [])),
            per_file=tuple((pattern, _codes(file, f"per-file-ignores.{pattern}", codes)) for pattern, codes in per_file.items()),
        )
    except UnknownRule as error:
        raise ConfigError(f"{file}: {error}") from None
    form = data.get("format")
    if form is not None and not isinstance(form, str):
        raise ConfigError(f"{file}: format is no string")
    baseline_file, baseline = _baseline(file, data.get("baseline"))
    folder = file.resolve().parent
    return Config(folder, file, selection, _codes(file, "exclude", data.get("exclude", [])), form, baseline, baseline_file)


def _codes(file: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ConfigError(f"{file}: {key} is no list of strings")
    return tuple(value)


def _baseline(file: Path, value: Any) -> tuple[Path | None, Counts]:
    if value is None:
        return None, {}
    if isinstance(value, str):
        path = file.resolve().parent / value
        return path, read_baseline(path)
    return None, _counts(str(file), value)


def read_baseline(path: Path) -> Counts:
    """The counts of a baseline file; none if the file is not there yet. ConfigError if it is no baseline."""
    try:
        return _counts(str(path), json.loads(path.read_bytes()))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise error if isinstance(error, ConfigError) else ConfigError(f"{path}: {error}") from None


def _counts(where: str, value: Any) -> Counts:
    if not isinstance(value, dict) or not all(
        isinstance(rules, dict) and all(isinstance(number, int) for number in rules.values()) for rules in value.values()
    ):
        raise ConfigError(f"{where}: baseline is no file name and no table of file = {{code = count}}")
    return value
