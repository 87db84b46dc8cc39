"""The columns of the lists of the field are known by their headers, in any order and in four languages."""

import pytest

from scenarios.exchange.channels import CHANNELS, channel_of
from scenarios.exchange.headers import _NAMES, language_of, map_columns, weigh

LISTS = {
    "blueprint": "Control Number=id|Move=phase|Group=|Delivery Time=at|Simulated Time=story_time|Assigned To=owner|"
    "Status=status|Title=title|Description=body|From Org=from|To Org=to|Details=body|Expected Actions=expected",
    "hseep": "Event Number=id|Designated Scenario Time=story_time|Event Type=kind|Inject Mode=channel|From=from|To=to|"
    "Message=body|Expected Participant Response=expected|Exercise Objective=objective|Notes=note",
    "mitre": "ID=id|Local Time=at|Delivery Method=channel|Target=to|Title=title|Description=body|Assumptions=note|"
    "Notes=note|Expected Actions=expected|Measure of Performance=criteria",
    "openaev": "Action to be taken=expected|Timeline=at|Teams=to|Subject=title|Content=body|Comments=note|"
    "Expectation Description=expected|Expectation Name=criteria|Expectation Score=points|Done/To do=status",
    "conducttr": "Number=id|Time=at|From=from|Faction=|To=to|Team=|Method=channel|Subject=title|Message=body|"
    "Expected Action=expected|Tab=phase",
    "preparedex": "Seq No=id|Date/Time Delivered=at|Inject Type=kind|Delivery Method=channel|"
    "Originator(From)=from|Recipient(To)=to|Inject description=body",
    "cadence": "Inject Number=id|Title=title|Scheduled Date=date|Scheduled Time=at|Scenario Day=|"
    "Scenario Time=story_time|"
    "Description=body|From=from|To=to|Method=channel|Expected Action=expected|Notes=note|Phase=phase|"
    "Objectives=objective|Status=status",
    "es": "Nº=id|Título=title|HORA DE ENTREGA=at|Hora ficticia=story_time|Fase=phase|Tipo=kind|Canal=channel|De=from|"
    "Para=to|Mensaje=body|Acción esperada=expected|Objetivo=objective|Criterio, puntos=criteria|Responsable=owner|"
    "Estado=status|Notas=note",
    "pt": "Nº=id|Título=title|Hora de entrega=at|Hora fictícia=story_time|Fase=phase|Tipo=kind|Canal=channel|De=from|"
    "Para=to|Mensagem=body|Ação esperada=expected|Objetivo=objective|Critério, pontos=criteria|Responsável=owner|"
    "Estado=status|Notas=note",
    "fr": "N°=id|Titre=title|Heure d'envoi=at|Heure du scénario=story_time|Phase=phase|Type=kind|Canal=channel|De=from|"
    "À=to|Message=body|Action attendue=expected|Objectif=objective|Critère, points=criteria|Responsable=owner|"
    "Statut=status|Notes=note",
    "signs": "MSEL #=id|T+=at|Message (short)=body|#=|Where=",
}


@pytest.mark.parametrize("name", LISTS)
def test_the_columns_of_a_list_are_known(name):
    expected = [pair.split("=") for pair in LISTS[name].split("|")]
    headers = map_columns([words for words, _field in expected])
    assert [(header.words, header.field or "") for header in headers] == [(words, field) for words, field in expected]
    assert weigh(headers) == len({field for _words, field in expected if field})


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_the_language_of_the_headers_is_that_of_the_list(language):
    assert language_of(map_columns([pair.split("=")[0] for pair in LISTS[language].split("|")])) == language
    assert language_of(map_columns([pair.split("=")[0] for pair in LISTS["hseep"].split("|")])) == "en"


def test_a_text_may_have_a_column_for_each_language():
    headers = map_columns(["Title [es]", "Title (PT)", "Time (UTC)", "Owner (x)"])
    assert [(header.field, header.text_language) for header in headers] == [
        ("title", "es"), ("title", "pt"), ("at", ""), ("owner", ""),
    ]  # fmt: skip


def test_words_that_are_no_list_are_none():
    assert weigh(map_columns(["Name", "Telephone"])) == 0
    assert weigh(map_columns(["Time", "From"])) == 0
    assert weigh([]) == 0


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        ("E-mail", "email"), ("Correo", "email"), ("Phone call", "phone"), ("Llamada", "phone"), ("SMS", "sms"),
        ("WhatsApp", "chat"), ("SIEM alert", "siem"), ("Prensa", "news"), ("Redes sociales", "social"),
        ("Ministra", "minister"), ("Regulador", "regulator"), ("Ciudadanía", "citizen"), ("Ofício", "letter"),
        ("Hand-out paper", "document"), ("Anuncio", "broadcast"), ("carrier pigeon", None),
    ],
)  # fmt: skip
def test_a_channel_is_known_by_its_words(words, channel):
    assert channel_of(words) == channel


def test_our_own_channels_are_known_by_their_names():
    assert [channel_of(f" {name.upper()} ") for name in CHANNELS] == list(CHANNELS)


def test_no_header_means_two_fields():
    fields = {}
    for field, languages in _NAMES.items():
        for name in "|".join(languages).split("|"):
            fields.setdefault(name, set()).add(field)
    assert {name: found for name, found in fields.items() if len(found) > 1} == {}
