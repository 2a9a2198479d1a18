"""Opens the login through an identity provider where `schakel.toml` asks for it; without that nothing of it is loaded."""

import os
from typing import TYPE_CHECKING

from schakel.records.errors import SettingsError
from schakel.store.casebook.rights import roles
from schakel.store.settings import OidcSettings

if TYPE_CHECKING:
    from schakel.showing.desk.oidc.provider import Provider

SECRET = "SCHAKEL_OIDC_SECRET"  # noqa: S105 - the name of the variable


def open_provider(settings: OidcSettings | None, *, people: bool) -> "Provider | None":
    """The provider, or None if none is named; SettingsError if it cannot be used as it is written down."""
    if settings is None:
        return None
    if not people:
        raise SettingsError(
            "The casebook knows nobody yet, so the identity provider can let nobody in.",
            means="The desk does not open with a login that nobody passes.",
            todo="Make an admin first: schakel users add NAME --role admin",
        )
    secret = os.environ.get(SECRET, "")
    if not secret:
        raise SettingsError(
            f"[desk.oidc] is set, but {SECRET} is not in the environment.",
            means="The identity provider would not know the desk.",
            todo="Put the secret that it gave for this desk there, not into a file.",
        )
    wrong = sorted(set(settings.roles.values()) - set(roles()))
    if wrong:
        raise SettingsError(
            f'[desk.oidc.roles] names a role that there is not: "{wrong[0][:40]}".',
            means="People would come in as nobody.",
            todo=f"Roles are: {', '.join(roles())}.",
        )
    try:
        from schakel.showing.desk.oidc.provider import Provider  # noqa: PLC0415 - an extra, loaded if asked for
    except ImportError as error:
        raise SettingsError(
            "Login through an identity provider needs libraries that are not installed.",
            means="The desk does not open.",
            todo="pip install 'schakel[oidc]'",
        ) from error
    return Provider(settings, secret)
