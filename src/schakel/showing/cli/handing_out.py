"""What the commands that hand something to others ask alike: a lead, a reason, and in what words they refuse."""

from dataclasses import dataclass

from schakel.records.errors import UsageError


@dataclass(frozen=True, slots=True)
class HandingOut:
    """A way of handing out, in the words of its refusals: of what it is made, why only for a reason, and what came of it."""

    of_a_lead: str
    for_a_reason: str
    nothing: str
    reason: str  # an example

    def must_be_lead(self, lead: str) -> None:
        """Nothing for an id of a lead; else UsageError."""
        if not lead.startswith("l_"):
            raise UsageError(
                self.of_a_lead,
                means=self.nothing,
                todo="schakel plan lists the leads; their ids begin with l_.",
            )

    def must_say(self, why: str) -> None:
        """Nothing if a reason is given; else UsageError."""
        if not why.strip():
            raise UsageError(
                self.for_a_reason,
                means=self.nothing,
                todo=f'Add it, for example: --why "{self.reason}"',
            )
