"""What an ID token says of a person, checked: by whom, for whom, until when, for which login; and who that is here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from schakel.records.casework import Role
from schakel.showing.desk.oidc.refusals import RefusedError, Told
from schakel.store.casebook.rights import roles
from schakel.store.settings import OidcSettings

_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
_LEEWAY = 60  # seconds that the clocks of two machines may differ


def checked(
    token: str, keys: Mapping[str, Any], settings: OidcSettings, nonce: str, now: datetime
) -> dict[str, Any]:
    """The claims of a token that is signed by the provider, for this desk, for this login, now; else RefusedError."""
    asked = jwt.JWTClaimsRegistry(
        now=int(now.timestamp()),
        leeway=_LEEWAY,
        iss={"essential": True, "value": settings.issuer},
        aud={"essential": True, "value": settings.client},
        exp={"essential": True},
        iat={"essential": True},
        sub={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    try:
        found = jwt.decode(token, KeySet.import_key_set(dict(keys)), algorithms=_ALGORITHMS).claims  # type: ignore[arg-type]
        asked.validate(found)
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise RefusedError("token") from error
    # OpenID Connect Core 1.0, 3.1.3.7: with several audiences the token must say that it was made for this one.
    if isinstance(found["aud"], list) and len(found["aud"]) > 1 and found.get("azp") != settings.client:
        raise RefusedError("token")
    return found


def told(claims: Mapping[str, Any], settings: OidcSettings) -> Told:
    """Whom the claims name, and as what; RefusedError if they name nobody, or a role that is not mapped."""
    who = claims.get(settings.person)
    if not isinstance(who, str) or not who.strip():
        raise RefusedError("nobody")
    if settings.person == "email" and claims.get("email_verified") is not True:
        raise RefusedError("nobody")
    return Told(who.strip()[:120], _role(claims, settings))


def _role(claims: Mapping[str, Any], settings: OidcSettings) -> Role | None:
    """The first mapped role among the values of the claim; None where roles are not mapped."""
    if not settings.roles:
        return None
    said = claims.get(settings.roles_from)
    values = set(said if isinstance(said, list) else [said])
    for value, role in settings.roles.items():
        known: Role | None = next((one for one in roles() if one == role), None)  # type: ignore[misc]
        if value in values and known:
            return known
    raise RefusedError("role")
