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
