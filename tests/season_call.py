"""The call of a season: the shipped one with dates of the tests, for teams of institutions that do not exist."""

from datetime import timedelta

import yaml

from scenarios.library import shipped_calls
from tests.applying import written
from tests.cast import START
from tests.scripts import choice_inject, scenario, text_inject

COUNTRIES = {
    "AR": ("es", "Río Hondo"), "BO": ("es", "Valle Alto"), "BR": ("pt", "Serra Clara"), "CL": ("es", "Puerto Sur"),
    "CO": ("es", "Palmar"), "CR": ("es", "Guanacal"), "HT": ("fr", "Belle-Anse-du-Nord"), "JM": ("en", "Mango Bay"),
    "LC": ("en", "Castle Point"), "MX": ("es", "Agua Dulce"), "PE": ("es", "Tres Cruces"), "TT": ("en", "Pelican Cove"),
    "UY": ("es", "Las Lomas"),
}  # fmt: skip
HOUSES = {
    "es": ("Registro Civil de {}", "Empresa de Aguas de {}", "Municipalidad de {}", "Hospital Regional de {}"),
    "pt": ("Cartório Público de {}", "Companhia de Águas de {}", "Prefeitura de {}", "Hospital Regional de {}"),
    "en": ("Registry Office of {}", "{} Water Authority", "{} Town Council", "{} General Hospital"),
    "fr": ("Bureau de l'état civil de {}", "Service des eaux de {}", "Mairie de {}", "Hôpital régional de {}"),
}
NAMES = ("Ana", "Bia", "Clara", "Dora", "Elsa", "Flor", "Gilda", "Hilda", "Irma", "Júlia", "Kênia", "Lía", "Mirtha")
NEED = (
    "Atendemos a la gente cada día y sin sistemas nadie recibe agua ni papeles. Somos el equipo {n} de la región. "
    "El año pasado perdimos tres días de registros y nadie supo a quién llamar."
)
OPENS, CLOSES = START + timedelta(days=1), START + timedelta(days=30)
DRAWN, DRAWN_AGAIN = CLOSES + timedelta(days=20), CLOSES + timedelta(days=80)
MEETINGS = CLOSES + timedelta(days=45)
WORDS = "Avisamos a todas las fronteras ahora mismo."
SCENARIO = scenario(text_inject("01", ask={"weight": 3}), choice_inject("02"), duration="20m", rated=True)
RANDOMNESS = "9.18.26.34.41.45./2.5.12.8.10./"


def season_call(seats=60, ties=(), floors=None, adjust="never", upheld="first_on_waitlist", prizes=0):
    """Give the shipped call with the dates of the tests, and with as many seats as the test's teams can fight for."""
    call = yaml.safe_load(next(one.document for one in shipped_calls() if one.call.id == "mujeres-ciberseguridad"))
    call["windows"]["applications"] = {"opens": written(OPENS), "closes": written(CLOSES), "grace": "30m"}
    grants, delegates = call["stages"]
    grants["randomness"]["at"], delegates["randomness"]["at"] = written(DRAWN), written(DRAWN_AGAIN)
    grants["adjust"], call["appeals"]["upheld"] = adjust, upheld
    grants["awards"][0] |= {
        "seats": seats,
        "caps": [{"by": "country", "max": seats // 5}, {"by": "institution", "max": 2, "unit": "teams"}],
        "floors": floors
        or [
            {"where": {"level": "sub-national"}, "min": seats // 5},
            {"where": {"sub_region": "caribbean"}, "min": seats // 6},
        ],
    }
    if prizes:
        grants["awards"][0] |= {"kind": "prize", "seats": prizes, "caps": [], "floors": []}
    delegates["awards"][0] |= {"seats": 4, "alternates": 2}
    delegates["ties"] = ties or delegates["ties"]
    call["attendance"]["sessions"] = [
        {"id": f"m{n}", "title": f"M{n}", "at": written(MEETINGS + timedelta(days=n)), "needed": n == 0}
        for n in range(4)
    ]
    return call
