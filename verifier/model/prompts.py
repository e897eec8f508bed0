"""Prompts: one readable file each, a TOML header and a Jinja template in two or three parts.

    +++
    name = "statements"             the file's own name
    purpose = "..."                 one line, shown by ``verifier prompts``
    response_model = "Reading"      a class of ``verifier.model.answers``
    tokens_each = 110               added to max_tokens for every thing that is asked about; may be left out
    max_tokens = 600                sent with the request, as are temperature and whatever else stands here
    +++
    # system                        left out where the question is one about the article (see :meth:`Prompt.about`)
    ...
    # task                          what is to be done, the same for every article; may be left out
    ...
    # user                          what is asked about
    ...

A prompt's hash is taken over the whole file: it is in the report, in the cache's key and in the cassette.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from verifier._exceptions import UsageError

NAMES = ("article", "look", "statements", "claim", "paraphrases", "sentence", "speaker", "verdict")
_DESCRIBING = ("name", "purpose", "response_model", "tokens_each")


@dataclass(frozen=True)
class Prompt:
    """The words given to a model for one kind of question; ``parameters`` go into the request as they are."""

    name: str
    purpose: str
    response_model: str
    parameters: Mapping[str, Any]
    sha256: str
    system: str
    user: str
    tokens_each: int = 0
    text: str = ""
    task: str = ""

    @cached_property
    def examples(self) -> tuple[str, ...]:
        """The wordings of the answers that the prompt shows as examples."""
        return tuple(re.findall(r'"text": ?"([^"]+)"', self.system + self.task + self.user))

    def about(self, article: Prompt) -> Prompt:
        """This question put after the article: what is common to all questions on it first, what is asked last."""
        return self._with(article, article.system, _one_after_another(article.user, self.task, self.user))

    def before(self, article: Prompt, other: Prompt) -> Prompt:
        """This question and another put as one: what is to be done first, which is the same for every article, then the
        article and what is asked about it."""
        system = _one_after_another(article.system, self.task, other.task)
        user = _one_after_another(article.user, self.user, other.user)
        both = replace(
            other,
            name=f"{self.name}+{other.name}",
            text=self.text + other.text,
            parameters={**self.parameters, **other.parameters, **_added(self.parameters, other.parameters)},
            tokens_each=max(self.tokens_each, other.tokens_each),
        )
        return both._with(article, system, user)

    def _with(self, article: Prompt, system: str, user: str) -> Prompt:
        text = article.text + self.text
        return replace(
            self,
            parameters={**article.parameters, **self.parameters},
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            system=system,
            user=user,
            text=text,
            task="",
        )

    def messages(self, **variables: object) -> list[dict[str, str]]:
        """The chat messages with these variables filled in.

        Raises:
            UsageError: the template names a variable that there is not, or is none.
        """
        said = [(role, self._render(role, variables)) for role in ("system", "user")]
        return [{"role": role, "content": content} for role, content in said if content]

    def _render(self, role: str, variables: dict[str, object]) -> str:
        from jinja2 import TemplateError  # noqa: PLC0415 - only a run with a model needs it

        try:
            return str(self._templates[role].render(variables)).strip()
        except TemplateError as problem:
            raise UsageError(f"prompt {self.name!r}, {role}: {problem}") from None

    @cached_property
    def _templates(self) -> dict[str, Any]:
        # A desk's own prompts come from disk: sandboxed, they can fill in words and nothing else.
        from jinja2 import StrictUndefined, TemplateError  # noqa: PLC0415
        from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

        environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True)
        try:
            return {"system": environment.from_string(self.system), "user": environment.from_string(self.user)}
        except TemplateError as problem:
            raise UsageError(f"prompt {self.name!r}: {problem}") from None


def load(folder: Path | None = None) -> dict[str, Prompt]:
    """The prompts by name; those in ``folder`` take the place of the ones that come with the package.

    Raises:
        UsageError: the folder or a file in it is no set of prompts.
    """
    prompts = {name: _read(shipped() / f"{name}.md") for name in NAMES}
    if folder is None:
        return prompts
    own = sorted(folder.glob("*.md"))
    if not own:
        raise UsageError(f"{folder}: holds no prompts (*.md)")
    for path in own:
        prompt = _read(path)
        if prompt.name not in prompts:
            raise UsageError(f"{path}: there is no prompt {prompt.name!r} to replace; there are {', '.join(NAMES)}")
        if prompt.response_model != prompts[prompt.name].response_model:
            raise UsageError(f"{path}: response_model is {prompts[prompt.name].response_model!r} for {prompt.name!r}")
        prompts[prompt.name] = prompt
    return prompts


def shipped() -> Path:
    """Where the prompts of the package are. In a wheel the prompts lie inside the package, in a checkout beside it."""
    inside = Path(__file__).parent.parent / "prompts"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "prompts"


def _read(path: Path) -> Prompt:
    try:
        text = path.read_text(encoding="utf-8")
        _, header, body = text.split("+++\n", 2)
        fields = tomllib.loads(header)
        before, user = ("\n" + body).split("\n# user\n")
        before, _, task = before.partition("\n# task\n")
        _, _, system = before.partition("\n# system\n")
        return Prompt(
            name=fields["name"],
            purpose=fields["purpose"],
            response_model=fields["response_model"],
            parameters={k: v for k, v in fields.items() if k not in _DESCRIBING},
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            system=system,
            user=user,
            text=text,
            tokens_each=int(fields.get("tokens_each", 0)),
            task=task,
        )
    except OSError as problem:
        raise UsageError(f"{path}: cannot be read: {problem.strerror}") from None
    except (ValueError, KeyError, TypeError) as problem:
        raise UsageError(
            f"{path}: a prompt is a TOML header between +++ lines, then # system and # task (or neither), "
            f"then # user ({problem})"
        ) from None


def _one_after_another(*parts: str) -> str:
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _added(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """The room that two answers need in one, where both say what they need."""
    rooms = [parameters.get("max_tokens") for parameters in (one, other)]
    return {"max_tokens": sum(rooms)} if all(isinstance(room, int) for room in rooms) else {}
