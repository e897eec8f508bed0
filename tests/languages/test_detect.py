"""Which language an article is written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import check
from verifier.languages import detect

IN_OTHERS = {
    "de": "Die Brücke am Hafen bleibt bis Mai gesperrt, wie die Stadt am Montag mitteilte. Der Umbau ist nach "
    "dem Plan nicht vor "
    "dem Sommer fertig, und die Händler sind gegen ihn.",
    "fr": "Le pont du port restera fermé jusqu'en mai, a annoncé la ville lundi. Les travaux ne seront pas "
    "terminés avant l'été, "
    "et les commerçants sont contre le projet de la mairie.",
    "es": "El puente del puerto seguirá cerrado hasta mayo, anunció la ciudad el lunes. Las obras no terminarán "
    "antes del verano, "
    "y los comerciantes están en contra de un plan que no les gusta.",
    "it": "Il ponte del porto resta chiuso fino a maggio, ha annunciato la città lunedì. I lavori non finiranno prima "
    "dell'estate, e i commercianti sono contro il piano della giunta che non piace a nessuno.",
    "nl": "De brug in de haven blijft tot mei gesloten, zo heeft de stad maandag bekendgemaakt. Het werk is "
    "niet voor de zomer "
    "klaar en de winkeliers zijn het er niet mee eens, ook al wordt er hard gewerkt.",
    "und": "Мост в порту останется закрытым до мая, сообщили в понедельник городские власти. Работы не "
    "закончатся до лета.",
}
ENGLISH = {
    "a headline": "Die Hard tops list; Das Boot second",
    "a caption of names": "Hans Müller, Karl von der Heide, Jean de la Tour, Maria del Carmen, Luis de la Cruz, "
    "Ana van den Berg, "
    "Otto von Stein, Piet van der Meer, Rosa de los Santos, Carlos del Rio.",
    "a table": "Bayern 34 24 6 4 89:32 78\nDortmund 34 22 5 7 75:41 71\nLeipzig 34 20 6 8 71:39 66\nBremen 34 "
    "12 9 13 50:55 45",
    "news with German names": "The Frankfurter Allgemeine Zeitung and Der Spiegel reported on Monday that the "
    "Bundestag would vote on "
    "the bill of Ursula von der Leyen in March. The daily Die Welt said the vote was not yet certain.",
    "a German quotation": "“Wir schaffen das, und wir werden es nicht bereuen,” the chancellor said on Monday, "
    "words that her party "
    "has heard before and that her rivals have turned against her in every debate since the summer.",
}


@pytest.mark.parametrize("code", IN_OTHERS)
def test_an_article_in_another_language_is_told(code: str) -> None:
    assert detect(IN_OTHERS[code]) == code


@pytest.mark.parametrize("name", ENGLISH)
def test_what_is_not_clearly_another_language_is_english(name: str) -> None:
    assert detect(ENGLISH[name]) == "en"


@given(st.text(max_size=60))
def test_a_short_text_in_latin_letters_is_english_and_nothing_breaks(text: str) -> None:
    assert detect(text) in {"en", "und"}


def test_an_article_without_tables_says_what_did_not_run() -> None:
    report = check("Le pont\n\n" + IN_OTHERS["fr"])
    assert report.article.language == "fr"
    assert {f.code for f in report.findings} <= {"T003"}
    assert "(fr)" in report.run.not_run[0].why


def test_an_english_article_leaves_nothing_out() -> None:
    report = check("Bridge shut\n\nThe bridge was closed on Monday, the council said, and nobody knows for how long.")
    assert (report.article.language, report.run.not_run) == ("en", ())
