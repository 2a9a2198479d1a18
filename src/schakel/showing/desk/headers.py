"""The wall around every answer: who may ask, and what a browser may do with what it gets."""

from collections.abc import Collection, Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Everything comes from the desk itself. Text becomes markup in one place of desk.js only, under the name `schakel`.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'none'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types schakel"
)
_NO_DEVICE = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "camera", "clipboard-read", "display-capture", "geolocation",
        "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "serial", "usb",
    )
)  # fmt: skip
STRICT_HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-dns-prefetch-control": "off",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": _NO_DEVICE,
}
_NOT_KEPT = "no-store"  # unless an answer says otherwise: the desk's own style sheet and scripts
LOCAL_HOSTS = ("127.0.0.1", "localhost")
METHODS = ("GET", "HEAD", "POST")


class Guarded:
    """The desk behind its wall: strict headers on every answer, errors included, and strangers refused.

    Refused are: another host name than this desk's (a web page that lets its own name point here),
    another page's request (by what the browser says of its site, or of its origin), a browser's guess at what will be read next (it would stand in the ledger
    as a look that nobody took), and every method but GET, HEAD and POST. `returns` are addresses to which a browser
    may be led back from elsewhere: that of a login through an identity provider. `proxy` is the name of a proxy with
    TLS in front of the desk: a cookie that is given under it is kept to HTTPS.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: Iterable[str] = LOCAL_HOSTS,
        returns: Collection[str] = (),
        *,
        proxy: str = "",
    ) -> None:
        self._app = app
        self._proxy = proxy.lower()
        self._hosts = frozenset(hosts) | ({self._proxy} if proxy else frozenset())
        self._returns = frozenset(returns)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or refuses it in one plain sentence."""
        if scope["type"] != "http":
            return

        async def strict(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in STRICT_HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", _NOT_KEPT)
                if scope["scheme"] == "https":
                    headers["strict-transport-security"] = "max-age=31536000"
            await send(message)

        refusal = self._refusal(scope)
        if self._proxy and _name_of(Headers(scope=scope).get("host", "")) == self._proxy:
            # The name of a proxy is reached over TLS only, also where the proxy does not say so.
            scope["scheme"] = "https"
        answer: ASGIApp = refusal or self._app
        await answer(scope, receive, strict)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if len(headers.getlist("host")) != 1 or _name_of(headers["host"]) not in self._hosts:
            return PlainTextResponse("The desk does not answer to this name.\n", 400)
        led_back = scope["path"] in self._returns and headers.get("sec-fetch-mode") == "navigate"
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"} and not led_back:
            return PlainTextResponse("The desk does not answer to other pages.\n", 403)
        if _from_elsewhere(headers):
            return PlainTextResponse("The desk does not answer to other pages.\n", 403)
        if "prefetch" in headers.get("sec-purpose", ""):
            return PlainTextResponse("The desk does not answer before a person asks.\n", 403)
        if scope["method"] not in METHODS:
            return PlainTextResponse(
                "The desk does not know this method.\n", 405, {"allow": ", ".join(METHODS)}
            )
        return None


def _from_elsewhere(headers: Headers) -> bool:
    """Whether a browser names another page as the one that asks; older ones say it here and nowhere else.

    The desk's own forms come with `null`, since its pages send no referrer. A proxy may leave the port out of the
    desk's name.
    """
    origin, host = headers.get("origin", "null").lower(), headers["host"].lower()
    if origin == "null":
        return False
    _, _, there = origin.partition("://")
    return there != host and (":" in host or _name_of(there) != host)


def _name_of(host: str) -> str:
    name, colon, port = host.partition(":")
    return name.lower() if not colon or port.isdecimal() else ""
