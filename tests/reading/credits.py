"""Who is credited with what in a text, as the tests of it compare it."""

from verifier.article import from_text
from verifier.reading import analyse
from verifier.settings import Settings


def credited(text: str) -> list[tuple[str, str]]:
    """Name of the source and content of every attribution."""
    return [
        (one.source.name if one.source else "", " … ".join(span.of(text) for span in one.content))
        for one in analyse(from_text(text), Settings()).attributions
    ]
