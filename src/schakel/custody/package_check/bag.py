"""Whether a package is a whole bag: BagIt 1.0 (RFC 8493), sections 2 and 3."""

import re
from collections.abc import Iterable, Iterator

from schakel.custody.package_check.files import Package, shown, unsafe

BAG = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
UNSIGNED = "signature.json"  # lies outside the manifests, since it is about them
_HASHES = {"sha256": 64, "sha512": 128}  # hex digits


def ordinary_files(package: Package) -> tuple[str, Iterable[str]]:
    """Only ordinary files lie in it, all of which can be read."""
    return f"ordinary files only, {len(package.measured)} of them", [*package.files.strange, *package.unread]


def is_bag(package: Package) -> tuple[str, Iterable[str]]:
    """It is a bag of BagIt 1.0 to which nothing must be fetched from elsewhere."""
    faults = [] if package.whole("bagit.txt") == BAG else ["bagit.txt is gone or not that of BagIt 1.0"]
    faults += ["fetch.txt would fetch files from elsewhere"] if "fetch.txt" in package.measured else []
    return "a bag of BagIt 1.0, complete in itself", faults


def tag_manifests(package: Package) -> tuple[str, Iterable[str]]:
    """The bag's own files are those of both tag manifests, unchanged, none missing and none added."""
    tags = {name for name in package.measured if not name.startswith("data/")}
    own = {
        name for name in tags if name not in ("tagmanifest-sha256.txt", "tagmanifest-sha512.txt", UNSIGNED)
    }
    return f"its own files are those of its tag manifests: {len(own)}", _compare(package, "tagmanifest", own)


def manifests(package: Package) -> tuple[str, Iterable[str]]:
    """The content is that of both manifests, unchanged, none missing and none added."""
    content = {name for name in package.measured if name.startswith("data/")}
    return f"its content is that of its manifests: {len(content)} files", _compare(
        package, "manifest", content
    )


def _compare(package: Package, kind: str, there: set[str]) -> Iterator[str]:
    for place, hashed in enumerate(_HASHES):
        manifest = f"{kind}-{hashed}.txt"
        if manifest not in package.measured:
            yield f"{manifest} is gone"
            continue
        missing = set(there)
        named: set[str] = set()
        for number, line in enumerate(package.lines(manifest), 1):
            digest, name = _read_line(line, _HASHES[hashed])
            if not digest or name in named:
                yield f"{manifest}: line {number} names no file that may lie in a package, or one twice"
                continue
            if name not in package.measured:
                yield f"{shown(name)} is in {manifest} and not in the package"
                continue
            named.add(name)
            missing.discard(name)
            if name not in there:
                yield f"{shown(name)} does not belong in {manifest}"
            elif digest != package.measured[name][place]:
                yield f"{shown(name)} has changed: its {hashed} is not that in {manifest}"
        yield from (f"{shown(name)} is in the package and not in {manifest}" for name in sorted(missing))


def _read_line(line: bytes, digits: int) -> tuple[str, str]:
    """The digest and the name of a file in a line of a manifest; both empty if it names none that may lie in a package."""
    found = re.fullmatch(rf"([0-9a-f]{{{digits}}})[ \t]+(.+)", line.decode("utf-8", "replace"))
    name = re.sub("%(0A|0D|25)", lambda code: chr(int(code[1], 16)), found[2]) if found else ""
    return (found[1], name) if found and not unsafe(name) else ("", "")


def size(package: Package) -> tuple[str, Iterable[str]]:
    """The content has the bytes and the number of files that the bag says."""
    content = [digests.bytes for name, digests in package.measured.items() if name.startswith("data/")]
    real = f"{sum(content)}.{len(content)}"
    said = re.findall(
        r"^Payload-Oxum: (.*)$", package.whole("bag-info.txt").decode("utf-8", "replace"), re.MULTILINE
    )
    return f"bytes and files of its content: {real}", [] if said == [real] else [
        "bag-info.txt says otherwise"
    ]
