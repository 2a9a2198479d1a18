"""Asks the site one question at a time, slowly, and writes every question and its answer down before the next.

A site that asks to wait is obeyed; where it asks for longer than is waited, the whole run ends. What was cut off, came too
slowly or failed at the site is asked for again a few times, each time as a request of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from schakel.collecting.captures import Capture
from schakel.collecting.previews.asking import (
    BY_HAND,
    CUT,
    INTERRUPTED,
    NOT_TRUSTED,
    PAGES,
    SLOW,
    UNREACHABLE,
    Answer,
    Asker,
    StoppedByHandError,
)
from schakel.collecting.previews.look import unpacked
from schakel.collecting.previews.manners import Manners

_WAIT = 429  # the status with which a site asks to wait
_FINE = 200
_TRANSIENT = (CUT, SLOW, UNREACHABLE)
_KINDS_OF_PHOTOS = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}


class Stopped(Exception):  # noqa: N818 - it is no error of the program: the run ends here, and says why
    """Nothing more is asked in this run: a word for it, and the reason in words."""

    def __init__(self, ended: str, why: str) -> None:
        super().__init__(why)
        self.ended = ended
        self.why = why


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: of which chat, what kind of thing (posts, about, photo), where, and what the log says of it beside that.

    `seen` gives what the log shall say of a page that came.
    """

    chat: str
    kind: str
    address: str
    seen: Callable[[bytes], Mapping[str, Any]] = lambda _: {}
    said: Mapping[str, Any] = field(default_factory=dict)
    wants: str = PAGES
    most: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer, and the page or photo in it; None if there is none that can be used."""

    answer: Answer
    page: bytes | None

    @property
    def ended(self) -> str:
        """In a word, what came instead of a page."""
        answer = self.answer
        if answer.fault or answer.status is None:
            return answer.fault or CUT
        if 300 <= answer.status < 400:
            return "elsewhere"
        if answer.status == 404:
            return "no-page"
        return "not-a-page" if answer.status == _FINE else "refused"

    @property
    def why(self) -> str:
        """The same in words."""
        answer = self.answer
        if answer.fault:
            return _FAULTS[answer.fault].format(answer.why)
        if answer.status == _FINE:
            kind = answer.header("content-type") or "nothing named"
            return f"what came is no page that can be read ({kind[:60]}{_packed(answer)})"
        if self.ended == "elsewhere":
            return f"the site sends elsewhere, and that was not followed: {answer.header('location')[:100]}"
        return f"the site answered with status {answer.status}"


_FAULTS = {
    CUT: "the connection ended in the middle ({})",
    SLOW: "the site was too slow ({})",
    UNREACHABLE: "the site could not be reached ({})",
    NOT_TRUSTED: "the site did not prove who it is ({})",
    "too-large": "the answer is too large ({})",
}


@dataclass(slots=True)
class Polite:
    """Asks, waits and writes down. `sleep` waits so many seconds; after the day `until` nothing is asked any more."""

    asker: Asker
    capture: Capture
    manners: Manners
    site: str
    pause: float
    sleep: Callable[[float], None]
    now: Callable[[], datetime]
    until: date
    _asked: bool = False

    def ask(self, question: Question) -> Taken:
        """What came of a question, asked again where that may help; Stopped where the run must end."""
        failed, waited, wait = 0, 0, self.pause if self._asked else 0.0
        while True:
            self._wait(wait)
            taken = self._once(question)
            if taken.answer.status == _WAIT:
                waited += 1
                wait = max(self.pause, self._asked_to_wait(taken.answer, waited))
            elif taken.answer.fault in _TRANSIENT or (taken.answer.status or 0) >= 500:
                failed += 1
                if failed > self.manners.again:
                    return self._given_up(taken)
                wait = self.manners.again_after * 2 ** (failed - 1)
            else:
                return self._given_up(taken)

    def refuse(self, question: Question, why: str) -> None:
        """Writes down that something was not asked for, and why."""
        said = {"chat": question.chat, "kind": question.kind, "asked": question.address}
        self.capture.log(self.capture.moment(), **said, refused=True, why=why, **question.said)

    def _given_up(self, taken: Taken) -> Taken:
        if taken.answer.fault in (UNREACHABLE, NOT_TRUSTED):
            raise Stopped(taken.ended, taken.why)
        return taken

    def _wait(self, seconds: float) -> None:
        if seconds:
            self.sleep(seconds)
        if self.now().astimezone(UTC).date() > self.until:
            raise Stopped("ground-ended", f"the authorisation ended on {self.until}")

    def _asked_to_wait(self, answer: Answer, times: int) -> float:
        seconds = _seconds(answer.header("retry-after"), self.now(), self.manners.wait)
        if seconds > self.manners.longest_wait or times > self.manners.waits:
            raise Stopped("asked-to-wait", f"the site asks to wait {seconds:,.0f} seconds (status {_WAIT})")
        return seconds

    def _once(self, question: Question) -> Taken:
        at, answer = self.capture.moment(), Answer(fault=INTERRUPTED, why=BY_HAND)
        taken = Taken(answer, None)
        self._asked = True
        self.capture.leaving(chat=question.chat, kind=question.kind, asked=question.address)
        try:
            answer = self.asker.ask(question.address, question.wants, question.most)
            taken = Taken(answer, self._page_in(question, answer))
        except StoppedByHandError as stop:
            answer = stop.answer
            raise
        finally:  # also of a question that was stopped by hand the log tells that it was asked
            self._write_down(at, question, taken, answer)
        return taken

    def _page_in(self, question: Question, answer: Answer) -> bytes | None:
        kind = answer.header("content-type").split(";")[0].strip().lower()
        if answer.fault or answer.status != _FINE or kind not in question.wants.split(", "):
            return None
        return unpacked(answer.body, answer.header("content-encoding"), self.manners.decoded_bytes)

    def _write_down(self, at: str, question: Question, taken: Taken, answer: Answer) -> None:
        said: dict[str, Any] = {"chat": question.chat, "kind": question.kind, "site": self.site}
        said |= {"asked": question.address} | dict(question.said) | answer.told()
        stem = f"{question.chat}-{self.capture.requests + self.capture.refusals + 1:05d}-{question.kind}"
        if taken.page is not None:
            said |= dict(question.seen(taken.page))
            ending = _KINDS_OF_PHOTOS.get(
                answer.header("content-type").split(";")[0].strip().lower(), ".html"
            )
            if taken.page != answer.body:
                plain = self.capture.keep(f"{stem}{ending}", taken.page)
                said["unpacked"] = {"file": plain.file, "sha256": plain.sha256, "bytes": plain.bytes}
                ending = f"{ending}.packed"
        else:
            ending = ".cut" if answer.fault else ".answer"
        if answer.body:
            said["kept"] = self.capture.keep(f"{stem}{ending}", answer.body)
        self.capture.log(at, **said)


def _packed(answer: Answer) -> str:
    packed = answer.header("content-encoding")
    return f", packed as {packed[:20]}" if packed else ""


def _seconds(written: str, now: datetime, otherwise: float) -> float:
    """How long to wait, as RFC 9110 (10.2.3) writes it: seconds or a date; `otherwise` where neither stands there."""
    if written.isascii() and written.isdigit():
        return float(written[:9])
    try:
        return max(0.0, (parsedate_to_datetime(written) - now).total_seconds())
    except (ValueError, TypeError):
        return otherwise
