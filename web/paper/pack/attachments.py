"""The files of an inject on paper: pictures as pictures, sounds as their words, everything else by its name."""

import base64
import io
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from PIL import Image

from injects.inject import Attachment
from simulator.refusal import Refusal
from web.paper.pack.subject import Subject
from web.paper.page import MARKS
from web.participant.marking import PICTURES, mark_picture
from web.words import known_language, say
from web.words.refusals import words_of

SOUNDS = (".mp3", ".ogg")
# Enough for the width of the paper; a pack holds the picture once per kit.
MOST_PIXELS = 1400
MEDIA = {"PNG": "image/png", "JPEG": "image/jpeg"}


def files_view(subject: Subject, told: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """Give each file of a card: its name, and its picture, the words of its sound, or neither.

    *told* is what a team reads of the files (`simulator.reading.inject`).
    """
    return [_file(subject, one, known_language(language)) for one in told]


def _file(subject: Subject, one: Mapping[str, Any], language: str) -> dict[str, Any]:
    name, ending = str(one["name"]), PurePosixPath(one["name"]).suffix.lower()
    shown = {"name": PurePosixPath(name).name, "alt": one["alt"], "transcript": one["transcript"], "picture": None,
             "apart": ending not in PICTURES and ending not in SOUNDS, "problem": None}  # fmt: skip
    if ending in PICTURES:
        try:
            shown["picture"] = _picture(subject.files[name], ending, say(language, MARKS[subject.rehearsal]))
        except Refusal as refusal:
            shown["problem"] = words_of(refusal, language)
    return shown


@lru_cache(maxsize=64)
def _picture(content: bytes, ending: str, mark: str) -> str:
    """Give a picture that bears the mark, no larger than paper shows, as an address of its own."""
    with Image.open(io.BytesIO(mark_picture(content, ending, mark))) as opened:
        picture = opened.convert("RGB")
    picture.thumbnail((MOST_PIXELS, MOST_PIXELS))
    kind = "PNG" if PICTURES[ending] == "PNG" else "JPEG"
    stored = io.BytesIO()
    picture.save(stored, kind, quality=80, optimize=True)
    return f"data:{MEDIA[kind]};base64,{base64.b64encode(stored.getvalue()).decode()}"


def files_apart(subject: Subject, language: str) -> list[str]:
    """Name the files that are on no card, and are handed out or played beside the kits, in the order of injects."""
    named = (_name(subject, one, language) for inject in subject.injects for one in inject.files)
    return list(dict.fromkeys(name for name in named if PurePosixPath(name).suffix.lower() not in PICTURES))


def _name(subject: Subject, one: Attachment, language: str) -> str:
    return one.file.say(language, subject.scenario.languages)
