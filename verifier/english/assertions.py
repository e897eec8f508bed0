"""Superlatives and accusations, and the words that give them a source."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

EXTREMES = lexicon(
    "largest biggest smallest highest lowest tallest longest shortest deepest oldest youngest fastest slowest "
    "richest poorest deadliest bloodiest busiest costliest cheapest heaviest strongest hottest coldest wettest "
    "driest safest"
)
OWNERS = lexicon("world country nation state city region continent industry europe asia africa america")
"""Of whom a superlative is a matter of record: "the country's oldest"."""
SCOPES = (("ever",), ("on", "record"), ("in", "history"), ("of", "its", "kind"), ("since", "records"))
ENDS_NOUN = lexicon("in of on at to from for by since that who which is was has ever and")
ACCUSED = {"accused": "of", "suspected": "of", "charged": "with"}
CRIMES = lexicon(
    "fraud bribery corruption theft murder manslaughter rape assault abuse laundering embezzlement embezzling "
    "extortion espionage treason terrorism arson kidnapping smuggling trafficking perjury conspiracy torture "
    "blackmail stealing bribing killing raping assaulting harassing harassment negligence plagiarism cheating "
    "doping tax-evasion forgery"
)
AUTHORITIES = lexicon(
    "police prosecutor prosecutors court courts judge judges jury indictment indicted trial lawsuit sued magistrate "
    "investigators authorities regulator regulators detectives ministry by complaint"
)
SOURCE_WORDS = lexicon(
    "according said says say told reported reports report estimates estimated survey poll polls study data figures "
    "statistics census records documents filings analysis research researchers announced announces forecast "
    "forecasts found showed shows index testified wrote writes tweeted claimed claims argued noted added stated "
    "posted"
)
"""Words that show where a figure comes from even where no statement is credited to anybody."""
ENDS_ITS_CLAUSE = lexicon(". , ; : ! ? that who which")
ACCUSING = {"accuse": "of", "suspect": "of", "convict": "of", "charge": "with", "indict": "for", "blame": "for"}
"""Verbs that lay a deed at somebody's door, with what stands before the deed."""
ALLEGING = "allege"
WRONGS = lexicon(
    "steal bribe embezzle defraud swindle extort blackmail launder falsify smuggle kidnap abduct murder rape assault "
    "mislead deceive"
)
"""Verbs of deeds that lay a crime or a deceit at the door of whoever does them."""
LIED = lexicon("to about under")
"""Behind "lied" where it is no body's place: "he lied to the council"."""
IN_PLAY = lexicon(
    "show march kiss base bases ball home scene spotlight limelight thunder heart hearts glance second third lead "
    "points victory draw goal"
)
"""What is stolen and nobody the worse for it: the show, a base, the lead."""
SUPPOSES = lexicon("if whether unless should would could might may")
CHARGED_WITH = CRIMES | lexicon("count counts offence offences offense offenses crime crimes felony felonies violating")
"""What somebody is charged with at court; a team is charged with a task."""
ENDS_A_DEED = lexicon(". ; : ! ? , \" “ ” '' `` ( ) and but or when while after before because as that who which")
RANKED = EXTREMES | lexicon("worst best fewest newest first only")
"""What singles one out of its kind: where the kind is said ("its worst year since 2008"), it can be looked up."""
BY_DEGREE = lexicon("most least")
"""Before an adjective that takes no ending: "the most expensive"."""
IN_RECORDS = lexicon("high low number")
"""What a record is of: "a record high"."""
UNIQUE = lexicon("first only youngest oldest")
"""Those of whom a deed alone says the kind: the first woman to lead it."""
ONE_OF_MANY = lexicon("one some among two three several many")
BEFORE_A_STRETCH = lexicon("a an the more than nearly almost over about at least some")
