"""The templates of the pages in one language, and the figures, words and addresses that they may use."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from schakel.showing.desk.figures import Figures, short
from schakel.showing.desk.language import LANGUAGES, words
from schakel.showing.desk.static_files import address_of
from schakel.showing.printable import one_line, printable


def environments(root: Path) -> Mapping[str, Environment]:
    """The templates by language."""
    return {language: _environment(language, root) for language in LANGUAGES}


def _environment(language: str, root: Path) -> Environment:
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
        "workspace": one_line(root.name, 40),
        "static": address_of,
    }
    environment.filters |= {"line": one_line, "printable": printable, "short": short}
    return environment
