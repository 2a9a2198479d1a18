"""The templates of the pages in one language, and the figures, words and addresses that they may use."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from schakel.showing.desk.defang import defanged
from schakel.showing.desk.drawn import drawn
from schakel.showing.desk.figures import Figures, short
from schakel.showing.desk.language import LANGUAGES, words
from schakel.showing.desk.sayings import ready
from schakel.showing.desk.static_files import address_of
from schakel.showing.printable import one_line, printable


@lru_cache(maxsize=4)
def environments(workspace: str) -> Mapping[str, Environment]:
    """The templates by language, for a workspace of this name."""
    for language in LANGUAGES:
        ready(language)
    return {language: _environment(language, workspace) for language in LANGUAGES}


def _environment(language: str, workspace: str) -> Environment:
    """Templates in one language; everything put into them is escaped, whatever the name of the file."""
    environment = Environment(
        loader=PackageLoader("schakel.showing.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "w": words(language),
        "f": Figures(language, words(language)),
        "language": language,
        "workspace": one_line(workspace, 40),
        "static": address_of,
        "kept": partial(_kept, language),
    }
    environment.filters |= {"line": one_line, "printable": printable, "short": short, "defanged": defanged}
    return environment


def _kept(language: str, of: object, *key: str, caller: Callable[[], Markup]) -> Markup:
    """Part of a page that says nothing but figures: `{% call kept(figures, "page", ...) %}`, written once for all."""
    return drawn(of, ("written", language, *key), caller)
