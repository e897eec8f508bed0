"""What changed about the article as a whole, and what makes two reports hard to compare."""

from __future__ import annotations

from verifier.report.models import Report, Run


def article_words(old: Report, new: Report) -> tuple[str, ...]:
    """Headline and date, a sentence each."""
    words = []
    one, other = (" ".join((report.article.title or "").split()) for report in (old, new))
    if one != other:
        words.append(f"the headline changed from “{one}” to “{other}”" if one and other else _came(one, other))
    before, after = old.article.published, new.article.published
    if before != after:
        words.append(
            f"the article's date was {before.isoformat() if before else 'not told'} "
            f"and is {after.isoformat() if after else 'not told'} now"
        )
    return tuple(words)


def _came(one: str, other: str) -> str:
    return f"the headline “{one}” was dropped" if one else f"the headline “{other}” was added"


def notes(old: Report, new: Report) -> tuple[str, ...]:
    """Why what differs may come from how the reports were made, and not from an edit."""
    words = [_missing(name, report.run) for name, report in (("the old", old), ("the new", new))]
    words += [_made_otherwise("verifier", old.run.version, new.run.version)]
    words += [_made_otherwise("with the model", old.run.model or "none", new.run.model or "none")]
    prompts = sorted({*old.run.prompts.items()} ^ {*new.run.prompts.items()})
    if old.run.model and new.run.model and prompts:
        changed = ", ".join(dict.fromkeys(name for name, _ in prompts))
        words.append(f"the prompts differ: {changed}")
    return tuple(word for word in words if word)


def _missing(name: str, run: Run) -> str:
    if run.complete:
        return ""
    return f"{name} report is not complete: {len(run.missing)} answers of the model are missing"


def _made_otherwise(what: str, old: str, new: str) -> str:
    return "" if old == new else f"the old report was made {what} {old}, the new one {what} {new}"
