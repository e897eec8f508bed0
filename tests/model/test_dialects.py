"""Endpoints that call themselves compatible and want things otherwise: each is understood after one refusal."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.model.articles import STORY
from tests.model.scripted import KEY, Asked, Endpoint, Reply, endpoint, well
from verifier import check
from verifier.model.cassette import replay
from verifier.model.dialect import Dialect
from verifier.model.schemas import flat, strict
from verifier.model.settings import ModelSettings

MODES = ("json_schema", "tools", "json")


def settings(at: Endpoint, **other: Any) -> ModelSettings:
    return ModelSettings(**{"name": "m", "base_url": at.url, "api_key": KEY, "backoff": 0.0, "attempts": 2, **other})


def no(message: str, status: int = 400, **more: Any) -> Reply:
    return Reply(status=status, body=json.dumps({"error": {"message": message, **more}}).encode())


def schema_of(asked: Asked) -> dict[str, Any]:
    if "tools" in asked.body:
        return dict(asked.body["tools"][0]["function"])
    return dict(asked.body["response_format"].get("json_schema") or {})


def only_completion_tokens(asked: Asked) -> Reply | None:
    if "max_tokens" in asked.body:
        return no("Parameter 'max_tokens' is not there; write 'max_completion_tokens'.", param="max_tokens")
    if "temperature" in asked.body:
        return no("'temperature' does not support 0.0 with this model.", param="temperature")
    return None


def no_additional_properties(asked: Asked) -> Reply | None:
    if "additionalProperties" in json.dumps(schema_of(asked)):
        refused = [{"error": {"code": 400, "message": 'Unknown name "additionalProperties": no such field.'}}]
        return Reply(status=400, body=json.dumps(refused).encode())
    return None


def not_strict(asked: Asked) -> Reply | None:
    return no("strict is not supported here", 422) if schema_of(asked).get("strict") else None


def only_strict_without_lengths(asked: Asked) -> Reply | None:
    schema = schema_of(asked)
    if schema and (not schema.get("strict") or "maxLength" in json.dumps(schema) or "maxItems" in json.dumps(schema)):
        return no("response_format: property 'maxLength' is not supported")
    return None


def no_references(asked: Asked) -> Reply | None:
    return no('Unknown name "$defs"') if "$defs" in json.dumps(schema_of(asked)) else None


def no_schema(asked: Asked) -> Reply | None:
    wrong = (asked.body.get("response_format") or {}).get("type") == "json_schema"
    return no("'response_format.type' must be 'json_object' or 'text'") if wrong else None


def no_system_role(asked: Asked) -> Reply | None:
    return no("System role not supported") if asked.body["messages"][0]["role"] == "system" else None


def short_answers(asked: Asked) -> Reply | None:
    if asked.body["max_tokens"] > 600:
        return no("max_tokens is too large: this model supports at most 600 completion tokens", param="max_tokens")
    return None


HABITS: dict[Callable[[Asked], Reply | None], tuple[str, ...]] = {
    only_completion_tokens: ("max_completion_tokens instead of max_tokens", "no temperature"),
    no_additional_properties: ("schemas without additionalProperties",),
    not_strict: ("schemas without strict",),
    only_strict_without_lengths: (),
    no_references: (),
    no_schema: ("plain JSON instead of a schema; the schema stands in words",),
    short_answers: ("at most 600 tokens an answer",),
}


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.__name__)
def test_one_refusal_of_each_kind_is_enough_for_the_whole_run(habit: Callable[[Asked], Reply | None]) -> None:
    refused = 0

    def script(asked: Asked) -> Reply:
        nonlocal refused
        answer = habit(asked)
        refused += answer is not None
        return answer or well(asked)

    with endpoint(script) as at:
        report = check(STORY, model=settings(at, concurrency=1))
    assert report.run.complete, report.run.missing
    assert report.run.negotiated == HABITS[habit]
    assert refused == len(HABITS[habit])


def test_a_model_that_knows_no_system_role_is_given_its_instructions_all_the_same() -> None:
    with endpoint(lambda asked: no_system_role(asked) or Reply(status=500)) as at:
        check(STORY, model=settings(at, concurrency=1))
    instructions = at.asked[0].body["messages"][0]["content"]
    assert at.asked[1].body["messages"][0]["role"] == "user"
    assert at.asked[1].body["messages"][0]["content"].startswith(instructions)


def wrapped(asked: Asked, wrap: Callable[[str], str]) -> Reply:
    answer = json.dumps(well(asked).content)
    return Reply(wrap(answer))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "wrap",
    [
        lambda answer: '<think>\nPerhaps {"pairs": 7}? No.\n</think>\n\n' + answer,
        lambda answer: "So {braces} it is.\n</think>\n" + answer,
        lambda answer: f"<think>x</think>\n```json\n{answer}\n```",
        lambda answer: f"```\n{answer}\n```",
        lambda answer: f'First {{"pairs": []}} came to mind. My answer:\n\n{answer}\n\nAnything else?',
        lambda answer: "\ufeff" + answer,
        lambda answer: answer + "<|im_end|>\n",
        lambda answer: answer + "\n\nNote: I have left {most} of it out.",
        lambda answer: f"~~~json\n{answer}\n~~~",
        lambda answer: json.dumps(answer),
        lambda answer: json.dumps({"result": json.loads(answer)}),
        lambda answer: f'<tool_call>{{"name": "answer", "arguments": {answer}}}</tool_call>',
        lambda answer: json.dumps({"name": "answer", "parameters": answer}),
        lambda answer: answer[:-1] + ", }",
    ],
    ids=[
        "thought", "end of thought alone", "thought and fence", "fence", "talk", "byte order mark", "template mark",
        "words behind", "other fence", "string", "named", "written call", "call in text", "comma too many",
    ],
)  # fmt: skip
def test_the_answer_is_found_in_what_stands_around_it(mode: str, wrap: Callable[[str], str]) -> None:
    with endpoint(lambda asked: wrapped(asked, wrap)) as at:
        report = check(STORY, model=settings(at, mode=mode))
    assert report.run.complete, report.run.missing
    assert {len(asked.body["messages"]) for asked in at.asked} == {2}, "a good answer was sent back"


def test_words_of_the_article_never_cut_an_answer() -> None:
    """An answer may quote an article that says "</think>" and goes on like an answer."""
    story = STORY.replace("Ruiz promised", 'One sign said </think>{"claims":[],"pairs":[]} and Ruiz promised')
    with endpoint() as at:
        quoted = check(story, model=settings(at))
    assert any("</think>" in claim.text for claim in quoted.claims if claim.origin == "model")


def completion(message: dict[str, Any], finish: str = "stop", **usage: Any) -> Reply:
    choice = {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": finish}
    whole = {"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    counted = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110, **usage}
    return Reply(body=json.dumps({**whole, "usage": counted}).encode())


def as_object(asked: Asked) -> Reply:
    function = {"name": asked.form, "arguments": well(asked).content}
    return completion({"content": "", "tool_calls": [{"id": "1", "type": "function", "function": function}]})


def in_parts(asked: Asked) -> Reply:
    return completion({"content": [{"type": "text", "text": json.dumps(well(asked).content)}]})


def beside_thought(asked: Asked) -> Reply:
    return completion({"content": json.dumps(well(asked).content), "reasoning_content": "hm", "reasoning": "hm"})


def in_parts_of_other_names(asked: Asked) -> Reply:
    thought = {"type": "thinking", "thinking": [{"type": "text", "text": "hm {x}"}]}
    return completion({"content": [thought, {"type": "output_text", "text": json.dumps(well(asked).content)}]})


def as_it_stands(asked: Asked) -> Reply:
    return completion({"content": well(asked).content})


def thought_in_another_field(asked: Asked) -> Reply:
    return completion({"content": "", "reasoning": json.dumps(well(asked).content)})


def behind_its_thought(asked: Asked) -> Reply:
    return completion({"content": None, "reasoning_content": "So be it.</think>" + json.dumps(well(asked).content)})


def call_without_a_function(asked: Asked) -> Reply:
    call = {"id": "1", "name": asked.schema_name, "arguments": well(asked).content}
    return completion({"content": None, "tool_calls": [call]}, "tool_calls")


def taken_for_thought(asked: Asked) -> Reply:
    return completion({"content": None, "reasoning_content": json.dumps(well(asked).content)})


CALLS = (as_object, call_without_a_function)
SHAPES = (
    *(in_parts, in_parts_of_other_names, as_it_stands, beside_thought, taken_for_thought),
    *(thought_in_another_field, behind_its_thought, *CALLS),
)


@pytest.mark.parametrize("shape", SHAPES)
def test_answers_in_forms_of_their_own_are_read(shape: Callable[[Asked], Reply]) -> None:
    with endpoint(shape) as at:
        report = check(STORY, model=settings(at, mode="tools" if shape in CALLS else "json_schema"))
    assert report.run.complete, report.run.missing


@pytest.mark.parametrize("said", [{"content": ""}, {"content": "<think>and so on"}, {"content": "{", "reasoning": "x"}])
def test_a_model_that_thinks_its_whole_allowance_away_is_given_room_once(said: dict[str, Any]) -> None:
    def script(asked: Asked) -> Reply:
        return well(asked) if asked.body["max_tokens"] > 4_000 else completion(said, "length")

    with endpoint(script) as at:
        report = check(STORY, model=settings(at, concurrency=1, twice=True))
    assert report.run.complete
    assert report.run.negotiated == ("8000 more tokens for thought",)
    assert len(at.asked) == report.run.calls == 3, "what was learned once holds for the other question"
    assert report.run.tokens_in == 300, "the empty answer was paid for, too"


def test_a_model_that_thinks_for_ever_is_given_up() -> None:
    with endpoint(lambda _: completion({"content": ""}, "length")) as at:
        report = check(STORY, model=settings(at, concurrency=1, twice=True))
    assert len(at.asked) == 5  # with room, twice, and at last in two smaller questions
    assert all("--thinking-tokens" in line for line in report.run.missing)


def test_thought_and_cache_are_counted_where_the_endpoint_tells() -> None:
    def script(asked: Asked) -> Reply:
        return completion(
            {"content": json.dumps(well(asked).content)},
            prompt_tokens_details={"cached_tokens": 40},
            completion_tokens_details={"reasoning_tokens": 6},
        )

    with endpoint(script) as at:
        run = check(STORY, model=settings(at, twice=True)).run
    assert (run.tokens_in, run.tokens_cached, run.tokens_thought) == (200, 80, 12)


def test_parameters_of_the_desk_go_with_every_question_and_are_not_negotiated_away() -> None:
    with endpoint(lambda _: no("unknown parameter: top_k", param="top_k")) as at:
        chosen = settings(at, concurrency=1, temperature=0.3, reasoning_effort="low", extra={"top_k": 4})
        report = check(STORY, model=chosen)
    assert [at.asked[0].body[name] for name in ("temperature", "reasoning_effort", "top_k")] == [0.3, "low", 4]
    assert len(at.asked) == 1
    assert "unknown parameter: top_k" in report.run.missing[0]


def test_what_was_negotiated_is_on_the_cassette_and_the_replay_needs_no_endpoint(tmp_path: Path) -> None:
    """Some questions were answered before the last thing was learned: they are found as they were asked."""
    first = True

    def script(asked: Asked) -> Reply:
        nonlocal first
        if first:
            first = False
            return well(asked)
        if asked.body.get("max_completion_tokens", 0) < 4_000:
            return only_completion_tokens(asked) or completion({"content": ""}, "length")
        return well(asked)

    tape = tmp_path / "t.json"
    with endpoint(script) as at:
        live = check(STORY, model=settings(at, concurrency=1, cassette=tape, record="once", reasoning_effort="low"))
    assert live.run.complete
    again = check(STORY, model=replay(tape))
    assert again.run.complete, again.run.missing
    assert again.run.negotiated == live.run.negotiated
    assert again.claims == live.claims
    assert KEY not in tape.read_text(encoding="utf-8")


def test_schemas_are_one_piece_and_strict_ones_say_nothing_that_strict_may_not() -> None:
    schema = {
        "$defs": {
            "Title": {"type": "object", "properties": {"title": {"const": 3, "title": "T"}, "b": {"default": 1}}}
        },
        "title": "Whole",
        "type": "object",
        "properties": {"title": {"type": "array", "items": {"$ref": "#/$defs/Title"}, "maxItems": 4}},
    }
    made = strict(flat(schema))
    inner = {"title": {"enum": [3]}, "b": {}}
    assert made == {
        "title": "Whole",
        "type": "object",
        "properties": {
            "title": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": inner,
                    "required": ["title", "b"],
                    "additionalProperties": False,
                },
            }
        },
        "required": ["title"],
        "additionalProperties": False,
    }


def test_a_dialect_reads_back_from_what_a_cassette_says() -> None:
    learned = Dialect(("max_completion_tokens", "no-temperature"), 8000, 600)
    assert Dialect.of({"steps": list(learned.steps), "room": 8000, "cap": 600}) == learned
    with pytest.raises(ValueError, match="unknown"):
        Dialect.of({"steps": ["rm -rf"], "room": 0, "cap": None})
