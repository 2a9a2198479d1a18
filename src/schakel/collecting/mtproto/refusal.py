"""What the guard says when it refuses."""

from schakel.records.errors import CaseError


class RefusalError(CaseError):
    """Something was about to be sent that may not be; `request` names it as far as it could be read, `because` says why."""

    def __init__(self, request: str, because: str) -> None:
        super().__init__(
            f"The guard refused to send {request}: {because}.",
            means="Not a byte of it left this machine, and the run ends here: what asked for it is not to be trusted with more. "
            "What was received before is kept.",
            todo="schakel collect guard shows what may be asked. If this command asked for it by itself, report it as a fault.",
        )
        self.request = request
        self.because = because


class UnwrittenError(RefusalError):
    """What was about to leave could not be written down first, so it was not sent."""

    def __init__(self, request: str, why: str) -> None:
        super().__init__(request, f"it could not be written down before it left ({why})")
        self.happened = f"{request} was not sent: it could not be written down before it left ({why})."
        self.means = "Nothing leaves without its line in the log. What was received before is kept."
        self.todo = "Make room, and type the same command again; it goes on where this one stopped."
