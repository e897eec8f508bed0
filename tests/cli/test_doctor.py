"""``verifier doctor``: what an endpoint takes, what it wanted otherwise, and never a key."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.model.scripted import EMPTY, KEY, Asked, Reply, endpoint
from tests.model.test_dialects import completion, no, no_schema, only_completion_tokens

CONFLICT = {
    "sentence": 2, "words": "closed for good on 3 May",
    "other_sentence": 3, "other_words": "opened at nine as every day",
    "kind": "statement", "why": "", "sure": "certain",
}  # fmt: skip


def well(asked: Asked) -> Reply:
    """The two questions of the doctor, answered as a good model would."""
    if "apple" in asked.said:
        return Reply({"speaker": 1})
    return Reply({**EMPTY, "pairs": [CONFLICT]})


def doctor(tmp_path: Path, script: Callable[[Asked], Reply], *more: str) -> tuple[int, str]:
    with endpoint(script) as at:
        done = run("doctor", "--model", "m", "--base-url", at.url, *more, cwd=tmp_path, OPENAI_API_KEY=KEY)
    assert KEY not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def test_a_good_endpoint_needs_no_advice(tmp_path: Path) -> None:
    code, said = doctor(tmp_path, well)
    assert code == 0
    assert said.count(" works (") == 3
    assert "Use --mode json_schema (the default, so it need not be said)." in said
    assert "--ask article, the default, suits it" in said
    assert "Asked otherwise" not in said


@pytest.mark.parametrize(
    ("pairs", "advice"),
    [
        ([], "use --ask sentence, with --twice"),
        ([{**CONFLICT, "words": "burned down in April"}], "use --ask sentence, with --twice"),
        ("none", "Asked about a small article it gave no answer"),
    ],
    ids=["blind", "inventing", "not in form"],
)
def test_a_model_that_sees_nothing_in_a_small_article_is_asked_by_the_sentence(
    tmp_path: Path, pairs: object, advice: str
) -> None:
    def script(asked: Asked) -> Reply:
        return well(asked) if "apple" in asked.said else Reply({**EMPTY, "pairs": pairs})

    code, said = doctor(tmp_path, script, "--mode", "json_schema")
    assert code == 0
    assert advice in said


def test_what_was_negotiated_is_told(tmp_path: Path) -> None:
    code, said = doctor(tmp_path, lambda asked: only_completion_tokens(asked) or well(asked))
    assert code == 0
    assert "Asked otherwise, as it wants it: max_completion_tokens instead of max_tokens; no temperature." in said


def test_an_endpoint_without_schemas_is_best_asked_by_tools(tmp_path: Path) -> None:
    code, said = doctor(tmp_path, lambda asked: no_schema(asked) or well(asked))
    assert code == 0
    assert "json_schema works" in said
    assert "takes no schema" in said
    assert "Use --mode tools." in said


def test_a_model_that_thinks_is_no_reason_to_do_without(tmp_path: Path) -> None:
    def script(asked: Asked) -> Reply:
        return well(asked) if asked.body["max_tokens"] > 2_000 else completion({"content": ""}, "length")

    code, said = doctor(tmp_path, script)
    assert code == 0
    assert "8000 more tokens for thought" in said
    assert "--reasoning-effort" in said


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500])
def test_a_refusal_is_told_in_the_endpoint_s_own_words_without_the_key(tmp_path: Path, status: int) -> None:
    refused = no(f"no model 'm' for {KEY}\u0007; see the list", status, code="insufficient_quota")
    code, said = doctor(tmp_path, lambda _: refused)
    assert code == 3
    assert f"the endpoint answered {status}" in said
    assert "no model 'm' for [key] ; see the list" in said
    assert "a model cannot be used like this" in said


def test_parameters_are_tried_as_they_would_be_sent(tmp_path: Path) -> None:
    seen = []

    def script(asked: Asked) -> Reply:
        seen.append({name: asked.body.get(name) for name in ("reasoning_effort", "top_k", "seed", "mood")})
        return well(asked)

    doctor(tmp_path, script, "--reasoning-effort", "low", "--extra", "top_k=4", "--extra", "mood=calm NaN",
           "--extra", "seed=[1]", "--mode", "json")  # fmt: skip
    assert seen == 2 * [{"reasoning_effort": "low", "top_k": 4, "seed": [1], "mood": "calm NaN"}]


@pytest.mark.parametrize("pair", ["model=x", "messages=[]", "stream=true", "top_k", "=3", "a b=1"])
def test_what_the_questions_need_for_themselves_cannot_be_given(tmp_path: Path, pair: str) -> None:
    done = run("doctor", "--model", "m", "--extra", pair, cwd=tmp_path)
    assert done.returncode == 2
    assert "NAME=VALUE" in done.stderr


def test_the_same_in_a_file(tmp_path: Path) -> None:
    table = '[model]\nname = "m"\ntemperature = 0.2\nreasoning-effort = "low"\nthinking-tokens = 500\n'
    (tmp_path / "verifier.toml").write_text(table + "[model.extra]\ntop_k = 3\n", encoding="utf-8")
    with endpoint(well) as at:
        run("doctor", "--base-url", at.url, "--mode", "json", cwd=tmp_path)
    body = at.asked[0].body
    assert (body["temperature"], body["reasoning_effort"], body["top_k"]) == (0.2, "low", 3)
    assert body["max_tokens"] == 560
    (tmp_path / "verifier.toml").write_text('[model]\nname = "m"\n[model.extra]\nstream = true\n', encoding="utf-8")
    refused = run("doctor", cwd=tmp_path)
    assert refused.returncode == 2
    assert "model.extra.stream" in refused.stderr
    assert json.dumps(KEY) not in refused.stderr
