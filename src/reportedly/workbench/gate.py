"""The gate before every page: which host and origin a request names, who sends it, and what a page may
load."""

from __future__ import annotations

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.workbench.rendering import page
from reportedly.workbench.sessions import Sessions

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
        " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    # `no-referrer` would make a form's Origin "null", which the gate could not tell from a stranger's.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-frame-options": "DENY",
}
"""No other host, no inline script or style, no frame. Pages are not kept on disk (`cache-control`)."""

_SAFE = frozenset({"GET", "HEAD"})
OPEN_PATHS = frozenset({"/sign-in"})


@dataclass(frozen=True, slots=True)
class Address:
    """Where the workbench answers. `hosts` are the `Host` headers it accepts, `port` set apart cookies of
    several."""

    hosts: frozenset[str]
    port: int
    secure: bool = False

    @property
    def origins(self) -> frozenset[str]:
        return frozenset(f"{'https' if self.secure else 'http'}://{host}" for host in self.hosts)

    @property
    def cookie(self) -> str:
        """Cookies know no ports: two workbenches on one machine must not sign each other out."""
        return f"{'__Host-' if self.secure else ''}reportedly-{self.port}"

    def admit(self, response: Response, cookie: str) -> None:
        """Gives the browser its session."""
        response.set_cookie(
            self.cookie, cookie, path="/", httponly=True, samesite="strict", secure=self.secure
        )


class Gate:
    """ASGI middleware. `shared` where people sign in by name and password in place of the token."""

    def __init__(self, app: ASGIApp, sessions: Sessions, address: Address, *, shared: bool = False) -> None:
        self.app = app
        self.sessions = sessions
        self.address = address
        self.shared = shared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        answer = refusal or self.app
        await answer(scope, receive, _guarded(send, scope["path"]))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self.address.hosts:
            return _plain(421, "This workbench does not answer under that host name.")
        if not self._own(scope["method"], headers):
            return _plain(403, "This request comes from another site, and was refused.")
        if scope["path"].startswith("/static/"):
            return None
        token = _token(scope)
        if token is not None and scope["method"] == "GET" and not self.shared:
            return self._let_in(scope, token)
        user = self.sessions.user(_cookie(headers, self.address.cookie))
        if user is None and not (self.shared and scope["path"] in OPEN_PATHS):
            return self._stranger(scope)
        scope["reportedly.user"] = user
        reads_only = user is not None and not user.may_review
        if scope["method"] not in _SAFE and reads_only and scope["path"] != "/sign-out":
            say = "You are signed in as a reader, who may look at everything and change nothing."
            return page("error.html", {"title": "Readers look", "say": say}, 403)
        return None

    def _own(self, method: str, headers: Headers) -> bool:
        """Whether the request was made by a page of this workbench, or typed by the user."""
        site = headers.get("sec-fetch-site")
        followed = method == "GET" and headers.get("sec-fetch-mode") == "navigate"
        if site not in (None, "same-origin", "none") and not followed:
            return False
        return method in _SAFE or headers.get("origin") in self.address.origins

    def _let_in(self, scope: Scope, token: str) -> Response:
        cookie = self.sessions.redeem(token)
        if cookie is None:
            return self._stranger(scope)
        rest = {k: v for k, v in parse_qs(scope["query_string"].decode()).items() if k != "token"}
        target = scope["path"] + (f"?{urlencode(rest, doseq=True)}" if rest else "")
        response = RedirectResponse(_local(target), 303)
        self.address.admit(response, cookie)
        return response

    def _stranger(self, scope: Scope) -> Response:
        if self.shared:
            return RedirectResponse("/sign-in", 303)
        if scope["path"].endswith((".json", ".csv")):
            return _plain(401, "Open the link that `reportedly serve` printed first.")
        return page("stranger.html", {"title": "Not signed in"}, 401)


def _local(target: str) -> str:
    """`//elsewhere/` would be another host."""
    return "/" + target.lstrip("/\\")


def _token(scope: Scope) -> str | None:
    found = parse_qs(scope["query_string"].decode("ascii", "replace")).get("token")
    return found[0] if found else None


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _plain(status: int, words: str) -> Response:
    return Response(words + "\n", status, media_type="text/plain")


def _guarded(send: Send, path: str) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers["cache-control"] = "no-cache" if path.startswith("/static/") else "no-store"
        await send(message)

    return guarded
