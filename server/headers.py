"""The security headers every answer carries."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

from lib.outputs import embedding
from server.paths import base_path

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: The folder of figures that are meant for the frames of others.
EMBED = "embed"

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def inline_script_hashes(html: str) -> tuple[str, ...]:
    """The CSP source of each inline script of `html`, so that no other one may run."""
    digests = (hashlib.sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(html))
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def content_security_policy(document: str, frame_ancestors: str) -> str:
    """A policy that names no outside host.

    Vega compiles its expressions at run time, hence ``'unsafe-eval'``; Streamlit's style
    engine writes style elements, hence ``'unsafe-inline'`` for styles only.

    Args:
        document: the HTML document whose inline scripts may run.
        frame_ancestors: the sites that may embed the dashboard, as CSP writes them.
    """
    scripts = " ".join(inline_script_hashes(document))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' 'unsafe-eval' {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors {frame_ancestors}",
        )
    )


def embed_policy(frame_ancestors: str) -> str:
    """The policy of a figure in a frame: one script of ours, nothing from anywhere else.

    Args:
        frame_ancestors: the sites that may embed figures, as CSP writes them; ``*`` is anybody,
            a page opened from a disk as well, which no word of the policy names.
    """
    scripts = " ".join(inline_script_hashes(f"<script>{embedding.SCRIPT}</script>"))
    policy = (
        f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; "
        "font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    return policy if frame_ancestors == "*" else f"{policy}; frame-ancestors {frame_ancestors}"


def _sites(named: str, usual: str) -> str:
    """The sites that a setting names; a semicolon would end the directive and start another."""
    return named.replace(";", " ").strip() or usual


class SecurityHeaders:
    """ASGI middleware that adds the headers to every HTTP answer and touches nothing else."""

    def __init__(self, app: ASGIApp, *, document: str) -> None:
        self._app = app
        self._embed = embed_policy(_sites(os.environ.get("EMBED_ANCESTORS", ""), "*"))
        self._embed_path = f"{base_path()}/{EMBED}/"
        embedders = _sites(os.environ.get("FRAME_ANCESTORS", ""), "'self'")
        self._headers = {
            "Content-Security-Policy": content_security_policy(document, embedders),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with the headers added."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                if scope["path"].startswith(self._embed_path):
                    headers["Content-Security-Policy"] = self._embed
            await send(message)

        await self._app(scope, receive, send_with_headers)
