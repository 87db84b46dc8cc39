"""The texts of a list say their language, whatever its headers are in."""

import pytest

from scenarios.exchange.choices import Choices
from scenarios.exchange.preview import preview
from scenarios.exchange.text_language import language_said
from tests.scenarios.exchange.workbooks import csv_file, imported

HEAD = ["Event #", "Date", "Time", "Event Description"]
SPANISH = [
    "El servicio de correo deja de responder y una nota aparece en las pantallas",
    "La prensa llama: los trámites no están disponibles desde las ocho",
]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SPANISH[0], "es"),
        ("O serviço não responde e uma nota aparece nas telas; o banco pergunta pelo pagamento", "pt"),
        ("The service of the ministry is down, and a note on the screens asks for money", "en"),
        ("Le service ne répond pas et une note apparaît sur les écrans du ministère", "fr"),
        ("", None), ("El banco", None), ("The bank of the el los las y una", None),
    ],
)  # fmt: skip
def test_small_words_tell_a_language_where_enough_of_them_do(text, language):
    assert language_said([text]) == language


def test_a_foreign_list_is_in_the_language_of_its_texts():
    data = csv_file(HEAD, *([number, "3/5/2026", f"9:0{number}", words] for number, words in enumerate(SPANISH)))
    result = imported(data)

    assert result.understood.head["languages"] == ["es"]
    assert preview(data, "a.csv").language == "es"
    assert preview(data, "a.csv", choices=Choices(language="fr")).language == "fr"


def test_where_texts_say_too_little_the_headers_do():
    assert imported(csv_file(["Nº", "Hora", "Título"], [1, "9:00", "Alerta"])).understood.head["languages"] == ["es"]
    short = csv_file(HEAD, [1, "3/5/2026", "9:00"], [2, "3/5/2026", "9:05", "Alerta"], [3, "3/5/2026", "9:10", 4])
    assert imported(short, skip_bad_rows=True).understood.head["languages"] == ["en"]
