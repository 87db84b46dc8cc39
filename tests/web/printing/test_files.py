"""The pack as files: every page bears the mark, a PDF tells what it is, an archive is the same each time."""

import io
import re
import zipfile

import pytest
from PIL import Image

from tests.cast import refused
from tests.pdf_text import Pdf
from tests.scripts import info, scenario, text_inject
from tests.web.printing.packs import kit_of, pack, words_of_kit
from web.paper.pack import making
from web.paper.pack.document import pack_html
from web.paper.pack.kit import kits_of
from web.paper.pack.making import MOST_IN_ONE, pack_name, pack_pdf, pack_zip


def picture():
    stored = io.BytesIO()
    Image.new("RGB", (400, 300), (200, 30, 30)).save(stored, "PNG")
    return stored.getvalue()


FILES = {"nota.png": picture(), "lista.csv": b"a,b\n1,2\n", "voz.mp3": b"ID3"}
ATTACHED = [
    {"file": "nota.png", "alt": "Una nota"}, {"file": "lista.csv"}, {"file": "voz.mp3", "transcript": "Habla Wendell."},
]  # fmt: skip
SCRIPT = scenario(
    text_inject("01", at="1m", files=ATTACHED, expected=["Esto se espera"]),
    info("02", at="2m", **{"if": 'answered("01")'}), rated=True,
)  # fmt: skip


@pytest.fixture(scope="module")
def subject():
    """Give the pack of two teams in Spanish and English."""
    return pack(SCRIPT, FILES, languages=["es"])


@pytest.fixture(scope="module")
def whole(subject):
    """Give the facilitator's kit and one seat's of each team in one PDF."""
    return Pdf(pack_pdf(subject, kits_of(subject, kinds={"facilitator", "team"}, seats={"lead"})))


@pytest.mark.figure
def test_every_page_bears_the_mark_in_its_own_language(whole):
    marks = [next((mark for mark in ("EJERCICIO", "EXERCISE") if mark in page), None) for page in whole.pages]

    assert len(marks) > 12 and None not in marks
    assert marks == sorted(marks), "the English team comes last"


@pytest.mark.figure
def test_what_the_staff_read_shares_a_page_where_it_is_short_and_a_card_never_does():
    short = pack(scenario(*(info(f"0{number}", at=f"{number}m") for number in range(1, 5))), languages=["es"])
    staff = Pdf(pack_pdf(short, [kit_of(short, "facilitator")])).pages
    cards = Pdf(pack_pdf(short, [kit_of(short, "team", seat="lead")])).pages

    starts = [sum(page.count(f"0{number} · ") for number in range(1, 5)) for page in staff]
    assert max(starts) > 1 and len(cards) == 5


@pytest.mark.figure
def test_what_has_no_space_in_it_goes_on_in_the_next_line_and_not_off_the_paper():
    subject = pack(scenario(info("01", at="1m", body="https://example.org/" + "u" * 6000)), languages=["es"])
    cards = Pdf(pack_pdf(subject, [kit_of(subject, "team", seat="lead")])).pages
    assert len(cards) > 2


def test_the_mark_is_one_word_to_who_searches_for_it_or_hears_it(subject):
    # From a tenth of a letter's height on, readers of PDF take the space between two letters for one between words.
    html = pack_html(subject, [kit_of(subject, "evaluator")])
    band = next(line for line in html.splitlines() if line.startswith(".band"))
    assert float(re.search(r"letter-spacing: ([0-9.]+)em", band)[1]) < 0.08


@pytest.mark.figure
def test_a_pdf_has_a_title_a_language_bookmarks_and_tags(whole):
    assert whole.language == "es" and whole.is_tagged
    assert {
        "Cuaderno de la facilitadora",
        "Registro de entregas",
        "Azul",
        "Verde",
        "Tarjeta 01",
        "Card 02",
    } <= set(whole.outline)


@pytest.mark.figure
def test_pages_are_numbered_and_say_whose_they_are(whole):
    count = len(whole.pages)
    assert all(f"{number} / {count}" in page for number, page in enumerate(whole.pages, start=1))
    assert "Prueba · Team kit · Verde · Jefa" in whole.pages[-1]


@pytest.mark.figure
def test_an_answer_sheet_names_its_team_by_the_code_alone(subject, whole):
    sheets = [page for page in whole.pages if "Entregada a las" in page or "Handed in at" in page]

    assert len(sheets) == 2
    for team, page in zip(subject.teams, sheets, strict=True):
        assert team.code in page and team.name not in page


def test_a_picture_is_on_the_card_a_sound_in_words_and_other_files_are_named(subject):
    card = words_of_kit(subject, kit_of(subject, "team", seat="lead"))
    run = words_of_kit(subject, kit_of(subject, "facilitator"))
    assert "Habla Wendell." in card and "lista.csv · La facilitadora tiene este archivo." in card
    told = "Imprímalos o téngalos listos para mostrarlos o reproducirlos: lista.csv voz.mp3"
    assert f"Archivos que no están en ninguna tarjeta {told}" in run


def test_a_picture_that_is_none_is_said_to_be_none():
    subject = pack(SCRIPT, FILES | {"nota.png": b"no picture"})
    card = words_of_kit(subject, kit_of(subject, "team", seat="lead", team=1))
    assert "This picture cannot be shown." in card


@pytest.mark.figure
def test_an_archive_has_a_pdf_for_each_kit_and_the_files_beside_them(subject, monkeypatch):
    monkeypatch.setattr(making, "printed", lambda told, groups: [pack_html(told, one).encode() for one in groups])
    kits = [kit_of(subject, "facilitator"), *kits_of(subject, kinds={"team"}, seats={"lead"})]
    pieces = list(pack_zip(subject, kits))
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as archive:
        assert archive.testzip() is None
        read = {name: archive.read(name) for name in archive.namelist()}

    assert list(read) == [
        "EJERCICIO-001-Prueba-Cuaderno-de-la-facilitadora-es.pdf",
        "EJERCICIO-002-Prueba-Cuaderno-del-equipo-Azul-Jefa-es.pdf", "EXERCISE-003-Prueba-Team-kit-Verde-Jefa-en.pdf",
        "files/EJERCICIO-01-lista.csv", "files/EJERCICIO-02-voz.mp3",
    ]  # fmt: skip
    assert read["files/EJERCICIO-01-lista.csv"] == FILES["lista.csv"]
    assert "Esto se espera" in read[next(iter(read))].decode()
    assert "Esto se espera" not in read["EXERCISE-003-Prueba-Team-kit-Verde-Jefa-en.pdf"].decode()
    assert len(pieces) > 2, "it is given as it grows"


@pytest.mark.figure
def test_a_kit_is_the_same_bytes_in_an_archive_and_alone(subject):
    kit = kit_of(subject, "team", seat="communications")
    with zipfile.ZipFile(io.BytesIO(b"".join(pack_zip(subject, [kit])))) as archive:
        [name] = archive.namelist()
        assert archive.read(name) == pack_pdf(subject, [kit])


def test_no_kit_and_too_many_in_one_file_are_refused_before_anything_is_made(subject):
    for make in (pack_pdf, pack_zip):
        with refused("pack_empty"):
            make(subject, [])
    kit = kit_of(subject, "team", seat="lead")
    with refused("pack_too_large") as caught:
        pack_pdf(subject, [kit] * (MOST_IN_ONE + 1))
    assert caught.value.parameters == {"kits": MOST_IN_ONE + 1, "most": MOST_IN_ONE}


def test_a_pack_is_named_after_the_mark_and_the_drill(subject):
    assert pack_name(subject, "en", "zip") == "EXERCISE-Prueba-print-pack.zip"
