"""The security headers every answer carries."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

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


class SecurityHeaders:
    """ASGI middleware that adds the headers to every HTTP answer and touches nothing else."""

    def __init__(self, app: ASGIApp, *, document: str) -> None:
        self._app = app
        # A semicolon would end the directive and start another one.
        embedders = os.environ.get("FRAME_ANCESTORS", "").replace(";", " ").strip() or "'self'"
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
            await send(message)

        await self._app(scope, receive, send_with_headers)
