"""The settings of a workspace: what its people wrote in `schakel.toml`, or the defaults."""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from schakel.records.errors import SettingsError

_DEFAULT_HOURS = (
    "landelijk=120,noord-nederland=40,oost-nederland=40,midden-nederland=40,noord-holland=40,amsterdam=40,"
    "den-haag=40,rotterdam=40,zeeland-west-brabant=40,oost-brabant=40,limburg=40"
)
_UNUSABLE = (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError)


class OidcSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The identity provider of the organisation, for login by OpenID Connect; its secret is in the environment.

    `issuer`: its address as it writes it itself. `client`: the desk's name there. `person`: the claim that holds a
    person's name in the casebook; it must be one that people cannot change themselves. `roles_from`, `roles`: the claim
    with groups, and which role of the desk each gives; without them everybody keeps the role of the casebook.
    """

    issuer: str
    client: str
    person: str = "preferred_username"
    roles_from: str = "groups"
    roles: dict[str, str] = {}


class DeskSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the desk is reached, and who vouches for its people.

    `name` is the host name of a proxy on this machine that passes requests on to it; `oidc` an identity provider.
    """

    name: str = ""
    oidc: OidcSettings | None = None


class EngineSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where texts are read, and what a Spark cluster gives for it (docs/spark.md).

    `url`: duckdb, spark://HOST:PORT or spark://local[N]. `python`: the Python on the machines of a cluster, if it does not stand
    where it stands here. `cores`: as many of a cluster as may be used, 0 for all. `memory`: for Java, of each process of it.
    """

    url: str = "duckdb"
    python: Annotated[str, msgspec.Meta(pattern="^(/[^\\x00]+)?$")] = ""
    cores: Annotated[int, msgspec.Meta(ge=0, le=100_000)] = 0
    memory: Annotated[str, msgspec.Meta(pattern="^([1-9][0-9]{0,5}[mg])?$")] = ""


class WorkspaceSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the people of a workspace may set.

    `hours`: hours at hand per unit, as UNIT=H,UNIT=H; unless said otherwise 120 national and 40 a region.
    `casebook`: a PostgreSQL URL, for a casebook that several units share; unless said otherwise a file in the workspace.
    `grounds`: "required" to open names and import only on an authorisation in force; "auto" (unless said otherwise)
    requires that from the moment that the casebook knows an authorisation or a person.
    `municipalities`: a TopoJSON file with the borders of municipalities that this organisation may use, for the map.
    `desk`: how the desk is reached, if not on this machine alone (docs/desk.md).
    `engine`: where texts are read, if not on this machine alone (docs/spark.md).
    `worth`, `effort`, `plan`: changes to the data files worth.toml, hours.toml and plan.toml, entry by entry.
    """

    hours: str = _DEFAULT_HOURS
    casebook: str = ""
    grounds: Literal["auto", "required"] = "auto"
    municipalities: str = ""
    desk: DeskSettings = DeskSettings()
    engine: EngineSettings = EngineSettings()
    worth: dict[str, Any] = {}
    effort: dict[str, Any] = {}
    plan: dict[str, Any] = {}


def read_settings(path: Path) -> WorkspaceSettings:
    """The settings in `path`, or the defaults if there is no such file; SettingsError names what is wrong."""
    if not path.exists():
        return WorkspaceSettings()
    try:
        return _settings_in(path.read_text(encoding="utf-8"))
    except _UNUSABLE as error:
        raise SettingsError(
            f"The settings in {path} cannot be used: {error}.",
            means="Nothing was done.",
            todo='It may hold one line such as: hours = "landelijk=120,oost-nederland=40"',
        ) from error


def keep_hours(path: Path, hours: str) -> None:
    """Writes `hours` into the settings at `path` and leaves every other line as it is; SettingsError if that cannot be."""
    after = with_hours(path, hours)
    half = path.with_suffix(".half")
    half.write_text(after, encoding="utf-8")
    half.replace(path)


def with_hours(path: Path, hours: str) -> str:
    """The settings at `path` as they would be with `hours` in them; SettingsError if no other line would stay as it is."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    wanted = msgspec.structs.replace(read_settings(path), hours=hours)
    line = f'hours = "{hours}"'
    table = re.search(r"(?m)^\s*\[", before)  # hours of a table stand below its head, and are others
    head = before[: table.start()] if table else before
    changed, found = re.subn(r"(?m)^hours\s*=.*$", line, head, count=1)
    after = (changed if found else f"{line}\n{head}") + before[len(head) :]
    try:
        same = _settings_in(after) == wanted
    except _UNUSABLE:
        same = False
    if not same:
        raise SettingsError(
            f"The hours could not be put into {path.name} without touching its other settings.",
            means="Nothing was changed.",
            todo=f"Write this line into it by hand: {line}",
        )
    return after


def _settings_in(text: str) -> WorkspaceSettings:
    return msgspec.convert(tomllib.loads(text), WorkspaceSettings)
