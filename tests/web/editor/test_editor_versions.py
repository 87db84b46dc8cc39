"""What differs between two versions, in a reader's words."""

import html
import re

from tests.web.editor.conftest import WRITTEN
from tests.web.editor.test_editor_pages import words


def test_what_was_added_is_said_in_the_words_of_the_forms_and_of_the_reader(open_desk):
    desk = open_desk(language="es")
    added = """  - id: "04"
    at: 20m
    if: isolated and not answered("01")
    channel: chat
    from: minister
    to: [technical]
    title: {es: Llamada, pt: Ligação}
    optional: true
    ask:
      kind: choice
      options: [{id: A, label: Sí, sets: [isolated]}, {id: B, label: No}]
"""
    desk.save_elsewhere(WRITTEN, WRITTEN + added)
    page = desk.page("/versions")
    shown = html.unescape(re.search(r'<li class="added">.*?</li>', page, re.DOTALL)[0])

    assert "Título:\n  es: Llamada\n  pt: Ligação" in shown and "De: Ministra" in shown and "Para: Técnica" in shown
    assert "Canal: Chat" in shown and "Un equipo puede rechazarlo sin perder nada: sí" in shown
    assert "– Id: A\n      Lo que lee el equipo: Sí\n      Pone estas marcas cuando se elige: aislado" in shown
    assert not re.search(r"\b(ask|kind|options|channel|label|if|optional|true|minister)\b", words(shown))
