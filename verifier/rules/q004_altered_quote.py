"""Q004: the same utterance in two wordings."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.reading import Analysis
from verifier.rules import _wording
from verifier.rules._rule import Problem, rule


@rule(
    "Q004",
    "altered-quote",
    "error",
    what="The same utterance quoted twice in different words.",
    why=(
        "Between quotation marks stand the speaker's own words, so two wordings of one utterance cannot both be right. "
        "The longer quotation, or the recording, tells which is."
    ),
    fires=(
        'It rained on Monday.\n\nPoe called the harbour plan "a very bad joke on the town" there.\n\nIt '
        'rained.\n\n"We were promised a '
        "bridge. "
        'What we got is a very bad tax on the town," Poe said.',
        'It rained.\n\nJane Poe said the night train was "slow, dirty and never on time".\n\n"It was slow, noisy and '
        "never on time "
        "when I "
        'took it," Poe said. "I never took it again."',
        '"Nobody in this house knew about the letter before Friday," Poe said.\n\nThe mayor was away.\n\nPoe had '
        "told the "
        'committee that "nobody in this house knew about the money before Friday".',
    ),
    passes=(
        'Poe called the plan "a very bad joke on the town".\n\n"What we got is a very bad joke on the town," Poe said.',
        'Poe said the train was "slow, dirty and never on time".\n\n"It was slow, [dirty] and never on time," Poe '
        "said.",
        '"We will build the new bridge," Poe said.\n\n"We will not build it without money," Poe said.',
        'Poe called the ferry "a threat to the town".\n\nShe left.\n\nHe called the pier "a threat to the harbour".',
        'Jane Poe said "it is a great day for the town".\n\nAnn Vale said "it is a sad day for the town".',
    ),
)
def altered_quote(analysis: Analysis) -> Iterator[Problem]:
    """Each quotation against the longer ones that share its words."""
    text = analysis.article.text
    for told in _wording.rewordings(analysis):
        if _wording.of_top(analysis, told):
            continue  # E005 tells it, with what else the top of the article has otherwise than the body
        here, there = told.here.of(text), told.there.of(text)
        yield Problem(
            spans=(told.here,),
            related=((told.there, "the same words quoted again"),),
            message=f"The same words are quoted once with “{here}” and once with “{there}”.",
            question="Which is what was said? The recording or the transcript tells.",
            explanation="The two have the same words before and behind, and one speaker as far as it is said.",
            likely=not told.sure,
        )
