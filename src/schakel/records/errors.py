"""One family of errors that speak to a person: what happened, what it means, what to do."""


class CaseError(Exception):
    """Something a person must know about; the command line prints it and ends with exit code 1.

    `happened` is one plain sentence, `means` says what it means for the case,
    `todo` what the reader can do now.
    """

    def __init__(self, happened: str, *, means: str = "", todo: str = "") -> None:
        super().__init__(happened)
        self.happened = happened
        self.means = means
        self.todo = todo

    def diagnostics(self) -> str:
        """The whole message: what happened, what it means, what to do, a sentence each."""
        return " ".join(part for part in (self.happened, self.means, self.todo) if part)


class SourceError(CaseError):
    """A source file cannot be used as it was handed in."""


class SchemaError(CaseError):
    """A table does not have the columns that the door asks for, or its counts do not add up."""


class SealError(CaseError):
    """A sealed file or the ledger is not what it was when it was sealed."""


class EngineError(CaseError):
    """The table engine could not do a step."""


class SettingsError(CaseError):
    """A setting, a word list or an option cannot be used."""


class UsageError(SettingsError):
    """A command was used in a way that it has not: a word, a day or a name of a list that there is none of. Exit code 2."""


class StaleError(SettingsError):
    """Somebody changed what this change rests on; nothing was written."""


class WorkspaceError(CaseError):
    """The workspace folder is missing, in use, or not a workspace."""
