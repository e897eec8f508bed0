"""Who says what: what the model adds stands in the article to the letter; against the rules it only has an opinion."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.model.scripted import KEY, Asked, Reply, attribution, endpoint, judged, reading, well
from verifier import Report, check
from verifier.model.settings import ModelSettings
from verifier.report.models import Claim

STORY = """Bakery to move

Karin Holm runs the bakery with Olga Lind and owes AT&T 300 dollars.

Holm fears the ovens will not be sold before May, and neighbours expect a sale in June.

Lind was calm. “We will bake in the old school,” she added. It was the view of the housing office that the school is
too small.

Holm and Lind had each asked for five minutes. “Nobody has asked us.” The “Old School” stands empty.

Lind said the move would cost 900 dollars.
"""


def read(script: Callable[[Asked], Reply], text: str = STORY) -> tuple[Report, Asked]:
    with endpoint(script) as at:
        report = check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0))
    (asked,) = [asked for asked in at.asked if asked.form == "Reading"]
    return report, asked


def saying(*added: dict[str, Any], opinions: tuple[dict[str, Any], ...] = ()) -> Callable[[Asked], Reply]:
    """A model that adds these, and objects like this."""

    def script(asked: Asked) -> Reply:
        return reading(judged=judged(asked), attributions=[*added], opinions=[*opinions])

    return script


def of(who: str, *said: Any) -> Callable[[Asked], Reply]:
    """A model that adds what somebody on the roster says."""

    def script(asked: Asked) -> Reply:
        number = asked.choices.index(who) + 1 if asked.tasks else 0
        return saying(attribution(*said, speaker=number, name=""))(asked)

    return script


def new(report: Report) -> list[Claim]:
    return [c for c in report.claims if c.origin == "model"]


FEARS = attribution(3, "the ovens will not be sold before May", "fears", "Holm", speaker=1, name="")
EXPECT = attribution(3, "a sale in June", "expect", "neighbours")
VIEW = attribution(6, "the school is too small", "It was the view", "the housing office")


def test_what_the_model_adds_has_its_words_cue_and_mention() -> None:
    report, _ = read(saying(VIEW))
    (one,) = new(report)
    assert (one.kind, one.by_model) == ("indirect", True)
    assert "".join(s.text for s in one.spans) == "the school is\ntoo small"
    assert one.cue is not None
    assert one.speaker is not None
    assert (one.cue.text, one.speaker.mention.text) == ("It was the view", "the housing office")
    assert (one.speaker.name, one.speaker.basis) == ("the housing office", "model")
    for span in (*one.spans, one.cue, one.speaker.mention):
        assert STORY[span.start : span.end] == span.text


def test_a_pronoun_is_its_mention_and_the_roster_its_name() -> None:
    text = "Mill\n\nKarin Holm owns the mill. To her mind the mill will stay open.\n"

    script = of("Karin Holm", 3, "the mill will stay open", "mind", "her")
    (one,) = new(read(script, text)[0])
    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.mention.text) == ("Karin Holm", "her")


def test_a_short_source_is_found_behind_a_word_that_holds_its_letters_nearest_to_what_it_says() -> None:
    text = "Mill\n\nKarin Holm owns the mill. The miller said that when he came he feared a fire at the mill.\n"

    script = of("Karin Holm", 3, "a fire at the mill", "feared", "he")
    (one,) = new(read(script, text)[0])
    assert one.speaker is not None
    assert one.speaker.mention.start == text.index("he feared")


def test_whom_the_article_only_describes_gets_the_name_that_the_model_finds_for_him() -> None:
    text = (
        "Mill\n\nKarin Holm and Olga Lind met at Norfish Group. “It is late,” the company said. "
        "The company said that the mill would close.\n"
    )

    def script(asked: Asked) -> Reply:
        number = asked.choices.index("Norfish Group") + 1 if asked.tasks else 0
        names = [{"number": n, "answer": "speaker", "speaker": number, "name": ""} for n in (1, 2)]
        return saying(opinions=tuple(names))(asked)

    report, _ = read(script, text)
    said = [c for c in report.claims if c.cue is not None]
    assert [(c.speaker.name, c.speaker.mention.text.lower(), c.second_opinion) for c in said if c.speaker] == [
        ("Norfish Group", "the company", None)
    ] * 2
    assert [(q.speaker.name, q.second_opinion) for q in report.quotes if q.speaker] == [("Norfish Group", None)]


def test_others_who_say_the_same_in_other_words_are_no_objection() -> None:
    text = (
        "Mill\n\nOlga Lind and Karin Holm met. “What bakers are asking for is fair,” Lind said, citing a second oven "
        "in the old school.\n"
    )

    def script(asked: Asked) -> Reply:
        asks = attribution(3, "a second oven in the old school", "are asking for", "bakers", speaker=0, name="bakers")
        return saying(asks)(asked)

    report, _ = read(script, text)
    cited = [c for c in report.claims if c.cue is not None and c.cue.text == "citing"]
    assert [(c.speaker.name, c.second_opinion) for c in cited if c.speaker] == [("Olga Lind", None)]


def test_speech_within_speech_is_no_objection_to_who_says_all_of_it() -> None:
    text = "Mill\n\nKarin Holm owns the mill. Olga Lind runs it. She said that Holm feared it would close.\n"

    script = of("Karin Holm", 4, "it would close", "feared", "Holm")
    report, _ = read(script, text)
    (inner,) = new(report)
    (outer,) = [c for c in report.claims if c.cue is not None and c.cue.text == "said"]
    assert inner.speaker is not None
    assert inner.speaker.name == "Karin Holm"
    assert outer.speaker is not None
    assert outer.speaker.mention.text == "She"
    assert outer.second_opinion is None


def test_a_name_at_the_place_goes_before_a_number_that_stands_for_another() -> None:
    text = "Mill\n\nKarin Holm met Olga Lind. It is the belief of Lind that the mill will close.\n"

    script = of("Karin Holm", 3, "the mill will close", "belief", "Lind")
    (one,) = new(read(script, text)[0])
    assert one.speaker is not None
    assert one.speaker.name == "Olga Lind"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"content": "the school is too large"}, "not the article's words"),
        ({"content": ""}, "not the article's words"),
        ({"cue": "claimed"}, "its cue or its source does not stand beside it"),
        ({"cue": ""}, "its cue or its source does not stand beside it"),
        ({"source": "the tax office"}, "its cue or its source does not stand beside it"),
        ({"source": "Karin Holm"}, "its cue or its source does not stand beside it"),
        ({"speaker": 4000, "name": ""}, "the article names nobody like that"),
        ({"speaker": -1, "name": ""}, "the article names nobody like that"),
        ({"speaker": 0, "name": "Pope Francis", "source": "It"}, "the article names nobody like that"),
    ],
)
def test_what_does_not_stand_in_the_article_is_dropped(change: dict[str, Any], why: str) -> None:
    report, _ = read(saying({**VIEW, **change}))
    assert new(report) == []
    assert [d.why for d in report.run.dropped] == [why]


def test_what_nobody_is_named_for_adds_nothing_and_is_no_fault() -> None:
    report, _ = read(saying({**VIEW, "source": "", "speaker": -1, "name": ""}))
    assert (new(report), report.run.dropped) == ([], ())


def test_what_the_rules_have_is_not_added_and_another_speaker_is_a_second_opinion() -> None:
    report, asked = read(well)
    (cost,) = [c for c in report.claims if "cost 900" in c.spans[0].text]
    said = attribution(10, "the move would cost 900 dollars", "said", "Lind", speaker=0, name="Karin Holm")
    same = {**said, "name": "Olga Lind"}
    assert any("cost 900" in line for _, line in asked.listed)
    for one, opinion in ((same, None), (said, None)):  # "Lind" stands there, whatever name comes with it
        told, _ = read(saying(one))
        (after,) = [c for c in told.claims if "cost 900" in c.spans[0].text]
        assert after.speaker == cost.speaker
        assert (after.second_opinion and after.second_opinion.name) == opinion


def numbered(words: str, answer: str, **other: Any) -> Callable[[Asked], Reply]:
    """A model that objects to the listed statement with these words."""

    def script(asked: Asked) -> Reply:
        number = next(n for n, line in asked.listed if words in line)
        return reading(opinions=[{"number": number, "answer": answer, "speaker": -1, "name": "", **other}])

    return script


def test_another_speaker_by_number_is_a_second_opinion() -> None:
    report, _ = read(numbered("cost 900", "speaker", speaker=0, name="Karin Holm"))
    (one,) = [c for c in report.claims if "cost 900" in c.spans[0].text]
    assert one.speaker is not None
    assert one.second_opinion is not None
    assert (one.speaker.name, one.second_opinion.name) == ("Olga Lind", "Karin Holm")


def test_whom_the_rules_only_guessed_the_model_corrects() -> None:
    text = "Bakery to move\n\nKarin Holm rang Olga Lind. She feared that the ovens would not be sold before May.\n"
    (ruled,) = [c for c in check(text).claims if "ovens" in c.spans[0].text]
    assert ruled.speaker is not None
    other = "Olga Lind" if ruled.speaker.name == "Karin Holm" else "Karin Holm"
    report, _ = read(numbered("the ovens", "speaker", speaker=0, name=other), text)
    (after,) = [c for c in report.claims if "ovens" in c.spans[0].text]
    assert after.speaker is not None
    assert (after.speaker.name, after.speaker.basis, after.by_model) == (other, "model", True)
    assert after.speaker.mention.text == "She"  # the article names neither of them nearer to it


@pytest.mark.parametrize("who", ["The woman in the kitchen", "The officials in the hall"])
def test_whoever_is_told_by_what_they_are_is_no_guess(who: str) -> None:
    text = f"Bakery to move\n\nKarin Holm came. {who} said that the ovens would not be sold before May.\n"
    (ruled,) = [c for c in check(text).claims if "ovens" in c.spans[0].text]
    report, _ = read(numbered("the ovens", "speaker", speaker=0, name="Karin Holm"), text)
    (after,) = [c for c in report.claims if "ovens" in c.spans[0].text]
    assert ruled.speaker is not None
    assert after.second_opinion is not None
    assert (after.speaker, after.second_opinion.name) == (ruled.speaker, "Karin Holm")


def test_a_guess_is_not_put_right_by_somebody_whom_the_article_does_not_name() -> None:
    text = "Bakery to move\n\nKarin Holm rang Olga Lind. She feared that the ovens would not be sold before May.\n"
    (ruled,) = [c for c in check(text).claims if "ovens" in c.spans[0].text]
    report, _ = read(numbered("the ovens", "speaker", speaker=0, name="Maria Callas"), text)
    (after,) = [c for c in report.claims if "ovens" in c.spans[0].text]
    assert (after.speaker, after.by_model) == (ruled.speaker, False)


def test_another_speaker_of_a_quotation_stands_beside_the_rules() -> None:
    report, _ = read(numbered("bake in", "speaker", speaker=0, name="Karin Holm"))
    quote = next(q for q in report.quotes if "old school" in q.span.text)
    assert quote.speaker is not None
    assert quote.second_opinion is not None
    assert (quote.speaker.name, quote.second_opinion.name) == ("Olga Lind", "Karin Holm")


def test_a_headline_can_say_with_a_colon_who_says_what() -> None:
    text = "Holm: no bread before May\n\nKarin Holm met the bakers on Monday. The bakers were calm.\n"
    report, _ = read(saying(attribution(1, "no bread before May", ":", "Holm", name="Karin Holm")), text)
    (one,) = [c for c in report.claims if c.spans[0].text == "no bread before May"]
    assert one.speaker is not None
    assert (one.speaker.name, one.cue and one.cue.text) == ("Karin Holm", ":")


def test_what_is_no_speech_in_running_words_is_the_writer_s_own() -> None:
    report, _ = read(numbered("cost 900", "no speech"))
    (one,) = [c for c in report.claims if "cost 900" in c.spans[0].text]
    assert (one.kind, one.speaker, one.cue) == ("reported", None, None)


def test_a_few_words_in_marks_that_nobody_says_lose_their_speaker() -> None:
    text = "Mill\n\nKarin Holm owns the mill.\n\nHolm praised the bakers of the “long oven” in Lund.\n"
    before, _ = read(well, text)
    after, _ = read(numbered("long oven", "no speech"), text)
    assert [(q.kind, q.speaker and q.speaker.name) for q in before.quotes] == [("mixed", "Karin Holm")]
    assert [(q.kind, q.speaker, q.second_opinion) for q in after.quotes] == [("scare", None, None)]
    (one,) = [c for c in after.claims if "long oven" in c.text]
    assert (one.kind, one.speaker, one.by_model, one.origin) == ("reported", None, True, "rules")


def test_a_time_or_a_sum_is_nobody_that_a_model_could_name() -> None:
    text = "Mill\n\nIt rained last week. The view of last week is that the mill is dead.\n"
    report, _ = read(saying(attribution(3, "the mill is dead", "view", "last week")), text)
    assert new(report) == []
    assert [d.why for d in report.run.dropped] == ["the article names nobody like that"]


@pytest.mark.parametrize("answer", ["nobody", "no speech"])
def test_a_speaker_of_the_rules_is_never_taken_away(answer: str) -> None:
    report, _ = read(numbered("bake in", answer))
    quote = next(q for q in report.quotes if "old school" in q.span.text)
    assert quote.speaker is not None
    assert quote.speaker.name == "Olga Lind"
    assert [d.why for d in report.run.dropped] == [f"“{answer}”: a model takes no speaker of the rules away"]


def test_a_quotation_without_a_speaker_is_listed_and_filled_in_where_the_text_credits_him() -> None:
    report, asked = read(numbered("Nobody has asked", "speaker", speaker=0, name="Olga Lind"))
    assert any(line.startswith("[8] nobody: “Nobody has asked us.”") for _, line in asked.listed)
    quote = next(q for q in report.quotes if "Nobody has asked" in q.span.text)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.origin) == ("Olga Lind", "model")


@pytest.mark.parametrize("answer", ["nobody", "no speech"])
def test_nobody_and_no_speech_are_answers(answer: str) -> None:
    report, _ = read(numbered("Nobody has asked", answer))
    quote = next(q for q in report.quotes if "Nobody has asked" in q.span.text)
    assert (quote.speaker, quote.second_opinion, report.run.dropped) == (None, None, ())


def test_whom_the_text_does_not_credit_stays_an_opinion() -> None:
    text = "Ferry\n\nKarin Holm met Olga Lind on Monday.\n\n“We will not sail again.” The ferry is old.\n"
    report, _ = read(numbered("We will not", "speaker", speaker=1), text)
    (quote,) = report.quotes
    assert quote.speaker is None
    assert quote.second_opinion is not None
    assert quote.second_opinion.name == "Karin Holm"


def test_a_quotation_keeps_the_rules_span() -> None:
    said = attribution(5, "“We will bake in the old school,”", "added", "she", speaker=0, name="Olga Lind")
    before, _ = read(saying())
    after, _ = read(saying(said))
    assert [c.spans for c in after.claims] == [c.spans for c in before.claims]


def test_the_roster_names_each_once_and_nothing_that_cannot_speak() -> None:
    text = (
        "Banks meet\n\nKarin Holm of Nordbank met Jon O'Brien on Tuesday, March 3. Holm's bank owes AT&T $4 million. "
        "Don't ask, said Holm. Buses run in May. O'Brien, a director of Nordbank, agreed. Nordbank will wait.\n"
    )
    _, asked = read(well, text)
    assert sum("Holm" in name for name in asked.choices) == 1
    assert sum("Brien" in name for name in asked.choices) == 1
    for strange in ("AT", "T", "Don", "Don't", "Tuesday", "March", "May", "Buses", "$4"):
        assert strange not in asked.choices


@pytest.mark.parametrize(
    ("words", "cue", "kept"),
    [
        ("Lind supports her in this.", "supports", "her"),
        ("Bakers have often attacked Karin Holm.", "attacked", "Karin Holm"),
        ("Bakers in Lund oppose the policy.", "oppose", "the policy"),
        ("It was the support of bakers for Holm and Lind that helped.", "support", "Holm and Lind"),
        ("In May Bakers would oppose Holm.", "would oppose", "Bakers would oppose Holm"),
        ("Bakers in Lund oppose the closure.", "oppose", ""),
        ("Bakers in Lund oppose the closure of the mill.", "oppose", ""),
        ("Bakers in Lund support a longer lease.", "support", ""),
        ("Bakers in Lund want to see her.", "want", ""),
    ],
)
def test_an_attitude_to_a_name_or_what_points_back_says_nothing(words: str, cue: str, kept: str) -> None:
    text = f"Mill\n\nKarin Holm and Olga Lind met. {words}\n"
    content = kept or words.partition(f"{cue} ")[2].rstrip(".")
    source = "Lind" if words.startswith("Lind") else "bakers" if "of bakers" in words else "Bakers"
    one = attribution(3, content, cue, source, speaker=0, name=source)
    report, _ = read(saying(one), text)
    told = [c for c in report.claims if c.speaker and [s.text for s in c.spans] == [content]]
    dropped = [d.why for d in report.run.dropped]
    if kept:
        assert not [c for c in told if c.origin == "model"]
        assert dropped == ["it only names what somebody has an attitude to"]
    else:
        assert told
        assert dropped == []


def test_running_words_end_where_the_model_says_that_they_end() -> None:
    text = (
        "Mill\n\nKarin Holm met Olga Lind. Lind said the mill would close in 2027 and the lease of the old school was "
        "signed by 40 bakers in Lund.\n"
    )
    (ruled,) = [c for c in check(text).claims if c.cue is not None]
    content = "the mill would close in 2027"
    report, asked = read(saying(attribution(3, content, "said", "Lind", speaker=0, name="Olga Lind")), text)
    (one,) = [c for c in report.claims if c.cue is not None]
    assert len(ruled.spans[0].text) > len(content)
    assert any("bakers in Lund" in line for _, line in asked.listed)
    assert ([s.text for s in one.spans], one.text, one.by_model) == ([content], "The mill would close in 2027", True)
    assert all(text[v.span.start : v.span.end] in content for v in one.values)
    assert one.speaker == ruled.speaker
    rest = "The lease of the old school was signed by 40 bakers in Lund."
    stated = [{"from": [3], "text": rest, "nature": "fact", "unresolved": []}]

    def both(asked: Asked) -> Reply:
        cut = attribution(3, content, "said", "Lind", speaker=0, name="Olga Lind")
        return reading(judged=judged(asked), attributions=[cut], claims=stated)

    told = {c.text: c.speaker and c.speaker.name for c in read(both, text)[0].claims}
    assert (told["The mill would close in 2027"], told[rest]) == ("Olga Lind", None)
    too_short = attribution(3, "the mill", "said", "Lind", speaker=0, name="Olga Lind")
    (after,) = [c for c in read(saying(too_short), text)[0].claims if c.cue is not None and c.origin == "rules"]
    assert after.spans == ruled.spans


def test_what_is_said_around_a_quotation_of_the_rules_is_no_statement_more() -> None:
    text = "Mill\n\nKarin Holm met Olga Lind. The old mill, Lind said on the quay, was “a wreck and a shame”.\n"
    said = attribution(3, "was “a wreck and a shame”", "said", "Lind", speaker=0, name="Olga Lind")
    before, after = (read(script, text)[0] for script in (well, saying(said)))
    assert [c.spans for c in after.claims if c.speaker] == [c.spans for c in before.claims if c.speaker]


def test_whom_a_pronoun_means_that_the_rules_do_not_resolve_the_model_may_say() -> None:
    text = "Bakery to move\n\nKarin Holm wrote a letter. “We will bake,” I said. They feared a lost summer.\n"
    report, asked = read(numbered("We will bake", "speaker", speaker=0, name="Karin Holm"), text)
    assert [line.split(":")[0] for _, line in asked.listed] == ["[3] nobody", "[4] nobody"]
    (quote,) = report.quotes
    (claim,) = [c for c in report.claims if c.id == quote.claim]
    for one in (quote, claim):
        assert one.speaker is not None
        assert (one.speaker.name, one.speaker.mention.text, one.speaker.basis) == ("Karin Holm", "I", "model")
    agreed, _ = read(numbered("lost summer", "nobody"), text)
    assert agreed.run.dropped == ()
