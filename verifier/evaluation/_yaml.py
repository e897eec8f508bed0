"""YAML as gold needs it: plain values, every key once, and for each value the line it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from verifier._exceptions import InputError

Path = tuple[int | str, ...]


class _Plain(yaml.SafeLoader):
    """The safe loader without anchors, which can make a small file enormous, and without keys that hide one another."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.get_event().start_mark  # type: ignore[no-untyped-call] # PyYAML's stubs leave it open
            raise yaml.MarkedYAMLError(problem="* takes what stands elsewhere: write it out", problem_mark=mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        keys = [key.value for key, _ in node.value]
        for key, _ in node.value:
            if keys.count(key.value) > 1:
                raise yaml.MarkedYAMLError(problem=f"{key.value!r} stands twice", problem_mark=key.start_mark)
        return super().construct_mapping(node, deep)


def load(text: str, name: str) -> tuple[Any, dict[Path, int]]:
    """The values of a YAML text, and the line of each by its path.

    Raises:
        InputError: it is no YAML, or uses what gold does not.
    """
    lines: dict[Path, int] = {}
    try:
        loader = _Plain(text)
        node = loader.get_single_node()
        if node is None:
            return None, lines
        _note(node, (), lines)
        return loader.construct_document(node), lines
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        where = f"{name}:{mark.line + 1}" if mark else name
        raise InputError(where, f"is no gold ({problem.problem})") from None
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        raise InputError(name, f"is no gold ({str(problem).splitlines()[0]})") from None


def line_of(path: Path, lines: Mapping[Path, int]) -> int:
    """The line of a value, or of the nearest that holds it."""
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path, 1)


def _note(node: Any, path: Path, lines: dict[Path, int]) -> None:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _note(value, (*path, str(key.value)), lines)
    elif isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            _note(value, (*path, at), lines)
