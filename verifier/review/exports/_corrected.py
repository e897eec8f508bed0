"""A report as it reads with what was put right: claims in their corrected wording, words given to who spoke them."""

from __future__ import annotations

from verifier.report.models import Claim, Quote, Report, Span, Speaker
from verifier.review.exports._cleared import Cleared


def corrected(one: Cleared) -> Report:
    """The report with the corrections of its claims and speakers; findings stay as they are."""
    renamed = {name: ruling.speaker for name, ruling in one.renamed().items() if ruling.speaker}
    by_hand = {claim.id: ruling for claim, ruling in one.corrected()}
    claims = []
    for claim in one.report.claims:
        ruling = by_hand.get(claim.id)
        claims.append(
            claim.model_copy(
                update={
                    "text": ruling.wording if ruling and ruling.wording else claim.text,
                    "speaker": _speaker(claim, ruling.speaker if ruling else "", renamed),
                }
            )
        )
    known = {claim.id: claim for claim in claims}
    quotes = [_quote(quote, known, renamed) for quote in one.report.quotes]
    return one.report.model_copy(update={"claims": tuple(claims), "quotes": tuple(quotes)})


def _speaker(claim: Claim, name: str, renamed: dict[str, str]) -> Speaker | None:
    """Who speaks: whom the reviewer named for this claim, or for the name it has throughout."""
    if claim.speaker is None:
        at = claim.spans[0].start if claim.spans else 0
        nothing = Span(start=at, end=at, text="")  # the reviewer knows the speaker; the article does not name him
        return Speaker(name=name, mention=nothing, basis="explicit", vague=False) if name else None
    name = name or renamed.get(claim.speaker.name, "")
    return claim.speaker.model_copy(update={"name": name}) if name else claim.speaker


def _quote(quote: Quote, claims: dict[str, Claim], renamed: dict[str, str]) -> Quote:
    if quote.claim in claims:
        return quote.model_copy(update={"speaker": claims[quote.claim].speaker})
    if quote.speaker and quote.speaker.name in renamed:
        return quote.model_copy(
            update={"speaker": quote.speaker.model_copy(update={"name": renamed[quote.speaker.name]})}
        )
    return quote
