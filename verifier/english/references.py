"""Documents that a text points back to, and what is said of them."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

# Things that a reader has to have been told of, each with the words that tell of it.
TELLS: dict[str, frozenset[str]] = {
    "letter": frozenset(
        """
        letters write writes writing wrote written sign signed signs send sends sent correspondence email emails e-mail
        missive memo note petition mail mailed addressed urged asked called
        """.split()
    ),
    "memo": frozenset(
        "memos memorandum memoranda document documents note notes email emails wrote written leaked".split()
    ),
    "petition": frozenset("petitions petitioned signatures signature signed sign campaign".split()),
    "lawsuit": frozenset(
        "lawsuits sue sues sued suing suit suits complaint court filed file legal litigation case".split()
    ),
    "ruling": frozenset(
        """
        rulings rule ruled rules court courts judge judges justices decision verdict struck upheld appeal
        tribunal
        """.split()
    ),
    "verdict": frozenset(
        "verdicts jury juries trial guilty convicted acquitted court case judge ruling sentenced".split()
    ),
    "indictment": frozenset("indictments indicted charge charged charges grand prosecutors arrested court".split()),
    "subpoena": frozenset("subpoenas subpoenaed summoned summons demanded court investigators committee".split()),
    "affidavit": frozenset("affidavits court sworn filing filed documents lawsuit".split()),
    "dossier": frozenset("dossiers document documents file files report compiled".split()),
    "memorandum": frozenset("memorandums memoranda memo memos document agreement signed order".split()),
    "resolution": frozenset(
        "resolutions vote voted council assembly motion passed adopted draft measure resolve".split()
    ),
    "transcript": frozenset(
        "transcripts hearing interview call testimony recording deposition spoke speech trial".split()
    ),
    "communique": frozenset("communiques summit meeting statement declaration joint talks ministers".split()),
}
ADJECTIVES = lexicon("three-page two-page one-page joint bipartisan latest new final leaked open second first")
FOLLOWS = lexicon(
    "said says was is were reads read came comes has had also argued argues warned warns reminded reminds called "
    "calls cited cites accused accuses alleged alleges asked asks urged urges claimed claims described describes "
    "stated states noted notes added adds demanded demands criticized criticised names named follows followed "
    "arrived concluded concludes found will would could does did"
)
UNIQUE = lexicon(
    "president government court company state city police public prime house senate white committee council"
)
# Verbs that are never nouns, so that "those" before them stands alone ("those violate the rules").
VERBS = lexicon(
    "violate include require remain seem suggest indicate constitute demonstrate contain involve provide allow "
    "prevent represent undermine contravene infringe contradict exceed depend exist apply affect prove harm hurt "
    "threaten erode reflect show make give go come take bring keep become cause create destroy reduce explain"
)
PEOPLE = lexicon(
    "officials leaders senators lawmakers partners people reporters critics experts analysts ministers voters men "
    "women police children workers members residents students sources investors traders soldiers troops families "
    "friends aides republicans democrats americans judges doctors teachers activists protesters players fans "
    "negotiators allies governments companies countries nations firms states groups others thursdays fridays"
)
