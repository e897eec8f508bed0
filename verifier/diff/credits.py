"""What an edit did to an attribution: who is credited, with which word, and through which outlet."""

from __future__ import annotations

from verifier.report.models import Claim, Outlet, Quote, Speaker


def changes(old: Quote | Claim, new: Quote | Claim, name: str) -> list[str]:
    """What changed about who is credited, a sentence each; ``name`` is what the thing is called: "quote 3"."""
    words = _speaker(old.speaker, new.speaker, name)
    if old.cue and new.cue and old.cue.text.casefold() != new.cue.text.casefold():
        words.append(f"the cue of {name} changed from “{old.cue.text}” to “{new.cue.text}”")
    words += _outlet(_outlets(old), _outlets(new), name)
    if not words and old.kind != new.kind:
        words.append(f"{name} was {old.kind} and is {new.kind} now")
    return words


def _speaker(old: Speaker | None, new: Speaker | None, name: str) -> list[str]:
    if old is None and new is None:
        return []
    if new is None:
        return [f"the attribution of {name} was dropped (it was {old.name})"] if old else []
    if old is None:
        return [f"{name} is attributed now, to {new.name}"]
    if old.name.casefold() == new.name.casefold():
        return []
    if _one_name(old.name, new.name):
        return [f"the speaker of {name} was called {old.name} and is called {new.name} now"]
    return [f"the speaker of {name} changed from {old.name} to {new.name}"]


def _one_name(one: str, other: str) -> bool:
    """Whether the one is a part of the other ("Holm", "Karin Holm")."""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return a <= b or b <= a


def _outlets(thing: Quote | Claim) -> tuple[Outlet, ...]:
    if isinstance(thing, Claim):
        return thing.via
    return (thing.outlet,) if thing.outlet else ()


def _outlet(old: tuple[Outlet, ...], new: tuple[Outlet, ...], name: str) -> list[str]:
    before, after = (" via ".join(outlet.name for outlet in outlets) for outlets in (old, new))
    if before == after:
        return []
    if not after:
        return [f"the outlet of {name} was dropped (it was {before})"]
    if not before:
        return [f"{name} comes through {after} now"]
    return [f"the outlet of {name} changed from {before} to {after}"]
