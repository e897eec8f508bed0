"""What the process imports that the workers of runs in a test's own process are forked from."""

import genai_prices  # noqa: F401
import openai.resources.chat  # noqa: F401

import verifier.archive.asking
import verifier.archive.executors
import verifier.model.client  # noqa: F401
from tests.archive import forking

forking.examiners()
