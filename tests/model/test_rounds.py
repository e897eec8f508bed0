"""What is asked when: nothing waits that need not wait."""

import threading

from tests.model.scripted import KEY, Asked, Endpoint, Reply, endpoint, well
from verifier import check
from verifier.model.settings import ModelSettings

STORY = """Bridge to open

The bridge over the Elm will open on May 3, 2021, engineer Ana Ruiz said.

The town paid 12 million dollars for it, and the bridge will open on June 8, 2021.

"We are glad," said mayor Olga Lind.
"""


def settings(at: Endpoint, concurrency: int) -> ModelSettings:
    return ModelSettings("scripted", at.url, KEY, concurrency=concurrency)


def test_the_look_for_pairs_goes_first_because_others_wait_for_it() -> None:
    with endpoint() as at:
        check(STORY, model=settings(at, 1))
    assert [asked.form for asked in at.asked][:2] == ["Pairs", "Claims"]


def test_a_pair_of_the_rules_is_judged_without_waiting_for_round_one() -> None:
    judged = threading.Event()

    def script(asked: Asked) -> Reply:
        if asked.form == "Verdict":
            judged.set()
        elif not judged.wait(timeout=20):
            return Reply(status=400)
        return well(asked)

    with endpoint(script) as at:
        report = check(STORY, model=settings(at, 16))
    assert report.run.missing == ()
    assert any(f.verdict for f in report.findings)


def test_a_pair_of_the_look_is_judged_while_claims_are_still_being_found() -> None:
    judged = threading.Event()

    def script(asked: Asked) -> Reply:
        if asked.form == "Pairs":
            return Reply({"pairs": [{"first": 1, "second": asked.sentences[-1][0]}]})
        if asked.form == "Verdict" and "We are glad" in asked.user:
            judged.set()
        elif asked.form == "Claims" and not judged.wait(timeout=20):
            return Reply(status=400)
        return well(asked)

    with endpoint(script) as at:
        report = check(STORY, model=settings(at, 16))
    assert report.run.missing == ()
