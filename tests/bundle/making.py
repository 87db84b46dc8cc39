"""Bundles for the tests: made of a drill through the house, opened, changed by hand, and packed again."""

import hashlib
import json
from zipfile import ZIP_DEFLATED, ZipFile

from simulator.actor import PROGRAM
from simulator.bundle.making import make_bundle
from simulator.bundle.opening import open_bundle
from simulator.bundle.packing import MANIFEST
from simulator.bundle.verifying import verify_bundle
from web.bundle.papers import papers


def make(house, path, *, who=PROGRAM, public=False, **place):
    """Write a bundle; gives what making it tells."""
    with path.open("wb") as target:
        return house.look(make_bundle, who, target=target, papers=papers(), public=public, **place)


def verify(path, head=None):
    """Verify a bundle as it lies there."""
    with open_bundle(path) as bundle:
        return verify_bundle(bundle, head)


def files_of(path):
    """Give a bundle's files by name."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(path, files, *, true_manifest=True):
    """Pack files into a bundle; with a true manifest, as whoever tampers with care would."""
    files = dict(files)
    if true_manifest:
        manifest = json.loads(files[MANIFEST])
        manifest["files"] = {
            name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != MANIFEST
        }
        files[MANIFEST] = json.dumps(manifest).encode()
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def rows(files, name):
    """Give the lines of a file, read."""
    return [json.loads(line) for line in files[name].splitlines()]


def with_rows(files, name, told):
    """Give the files with other lines in one of them."""
    return files | {name: b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in told)}
