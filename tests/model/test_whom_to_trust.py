"""Whose certificates are trusted, and what a proxy gets to see."""

import os
import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from tests import ready
from tests.cli.command import run
from tests.model.articles import STORY
from tests.model.raw import line
from tests.model.scripted import KEY, endpoint


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert],
        check=True, capture_output=True,
    )  # fmt: skip
    return cert, key


def test_a_certificate_that_nobody_vouches_for_gets_no_key_and_one_s_own_is_trusted_by_name(
    tmp_path: Path, certificate: tuple[Path, Path]
) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(*certificate)
    handshakes: list[object] = []
    tls.sni_callback = lambda *given: handshakes.append(given)
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    refusal = b"HTTP/1.1 402 Payment Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    with line(lambda write: write(refusal), tls) as (port, came):
        asking = ("check", "story.txt", "--model", "m", "--base-url", f"https://127.0.0.1:{port}/v1", "--no-cache")
        refused = run(*asking, cwd=tmp_path, OPENAI_API_KEY=KEY)
        assert refused.returncode == 3
        assert f"the certificate of 127.0.0.1:{port} is not trusted" in refused.stderr
        assert came == []
        assert len(handshakes) == 1, "what is not trusted is not trusted a second later"
        # Whom a process trusts it asks once.
        trusting = {**os.environ, "OPENAI_API_KEY": KEY, "SSL_CERT_FILE": str(certificate[0])}
        trusted = ready.start(*asking, cwd=tmp_path, env=trusting).ended()
        assert "402" in trusted.stderr
        assert KEY.encode() in came[0]


def test_a_proxy_of_the_environment_is_used_for_https_alone_and_sees_neither_key_nor_article(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    refusal = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
    with line(lambda write: write(refusal)) as (port, came), endpoint() as at:
        asking = ("check", "story.txt", "--model", "m", "--no-cache", "--base-url")
        through = dict.fromkeys(("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"), f"http://127.0.0.1:{port}")
        away = run(*asking, "https://model.example/v1", cwd=tmp_path, OPENAI_API_KEY=KEY, **through)
        assert "the proxy that HTTPS_PROXY names does not let us through" in away.stderr
        assert came
        assert all(request.startswith(b"CONNECT model.example:443") for request in came)
        assert not any(KEY.encode() in request or b"Ruiz" in request for request in came)
        came.clear()
        direct = run(*asking, at.url, cwd=tmp_path, OPENAI_API_KEY=KEY, **through)
        assert direct.returncode == 1, direct.stderr
        run(*asking, "https://127.0.0.1:9/v1", cwd=tmp_path, OPENAI_API_KEY=KEY, NO_PROXY="127.0.0.1", **through)
        assert came == []
