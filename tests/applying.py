"""A programme of the tests with a call in which everything that can be asked is asked, and leads who apply to it."""

import copy
import io
from datetime import timedelta

import yaml
from PIL import Image
from sqlalchemy import text

from simulator.actions.application_files import add_file
from simulator.actions.applying import begin_application, save_application
from simulator.actions.calls import open_call
from simulator.actions.programmes import create_programme
from simulator.actions.sending_application import send_application
from simulator.actions.sessions import open_applicant_session
from simulator.actor import NOBODY, PROGRAM
from simulator.notice import APPLICATION_NOTICE
from simulator.reading.application import own_application
from simulator.reading.people import find_actor
from tests.cast import START

OPENS, CLOSES = START + timedelta(days=1), START + timedelta(days=30)
GRACE, CURE = timedelta(minutes=5), timedelta(hours=48)
DRAWN = CLOSES + timedelta(days=60)


def written(instant):
    """Write an instant as a call has it."""
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")


def texts(**words):
    """Give words in Spanish and Portuguese, or the same in both."""
    return {"es": words["es"], "pt": words.get("pt", words["es"])}


CALL = {
    "format": 1, "kind": "call", "id": "mujeres", "languages": ["es", "pt"],
    "title": texts(es="Mujeres y Ciberseguridad", pt="Mulheres e Cibersegurança"),
    "summary": texts(es="Becas para **equipos**.", pt="Bolsas para **equipes**."),
    "organisation": "Red Vincula", "contact": "olga@vincula.example",
    "windows": {
        "applications": {"opens": written(OPENS), "closes": written(CLOSES), "grace": "5m"},
        "zones": ["America/Panama", "America/Sao_Paulo"],
    },
    "team": {"least": 2, "most": 3},
    "attributes": {
        "country": {"title": texts(es="País"), "public": True, "values": {"BR": "Brasil", "CR": "Costa Rica"}},
        "institution": {"title": texts(es="Institución", pt="Instituição"), "free": True},
        "region": {
            "title": texts(es="Región", pt="Região"), "public": True, "of": "country",
            "values": {"SUR": "Sur", "CAM": "Centroamérica"}, "groups": {"SUR": ["BR"], "CAM": ["CR"]},
        },
    },
    "form": [
        {"id": "country", "label": texts(es="País"), "kind": "choice", "attribute": "country"},
        {"id": "institution", "label": texts(es="Institución", pt="Instituição"), "attribute": "institution"},
        {
            "id": "need", "label": texts(es="¿Por qué ustedes?", pt="Por que vocês?"), "required": True,
            "max_words": 20, "help": texts(es="En pocas palabras.", pt="Em poucas palavras."),
        },
        {"id": "since", "label": texts(es="Equipo desde", pt="Equipe desde"), "kind": "date"},
    ],
    "members": {
        "fields": [{"id": "post", "label": texts(es="Cargo"), "required": True}],
        "consents": [{"id": "takes_part", "text": texts(es="Quiere participar.", pt="Quer participar.")}],
    },
    "roles": {
        "head": {"title": texts(es="Titular de la entidad", pt="Titular da entidade")},
        "chief": {"title": texts(es="Jefa de área", pt="Chefe de área")},
    },
    "documents": [
        {
            "id": "letter", "title": texts(es="Carta institucional"), "signed_by": "head", "types": ["pdf"],
            "most": 65536,
            "elements": [
                {"id": "presents", "text": texts(es="Presenta al equipo", pt="Apresenta a equipe")},
                {"id": "commits", "text": texts(es="Confirma el compromiso", pt="Confirma o compromisso")},
            ],
        },
        {"id": "photo", "title": texts(es="Foto"), "required": False, "types": ["png", "jpg"]},
    ],
    "eligibility": [
        {"id": "public", "text": texts(es="Sector público", pt="Setor público"), "reasons": {"no": "No lo es"}}
    ],
    "rubric": {
        "levels": ["U", "M", "S"],
        "criteria": {
            "C1": {
                "title": texts(es="Compromiso", pt="Compromisso"), "weight": 60, "threshold": "M",
                "levels": {level: texts(es=f"nivel {level}", pt=f"nível {level}") for level in "UMS"},
            },
            "C2": {
                "title": texts(es="Necesidad", pt="Necessidade"), "weight": 40,
                "levels": {level: texts(es=f"nivel {level}", pt=f"nível {level}") for level in "UMS"},
            },
        },
    },
    "stages": [
        {
            "id": "grants", "title": texts(es="Becas", pt="Bolsas"), "score": "merit", "threshold": 50,
            "randomness": {"source": texts(es="Lotería", pt="Loteria"), "at": written(DRAWN)},
            "awards": [{"id": "grant", "title": texts(es="Beca", pt="Bolsa"), "kind": "scholarship", "seats": 30}],
        }
    ],
}  # fmt: skip


def call_bytes(**changes):
    """Write the call, changed at the top or at places such as ``windows__cure``."""
    call = copy.deepcopy(CALL)
    for place, value in changes.items():
        *path, last = place.split("__")
        inner = call
        for step in path:
            inner = inner[step]
        inner[last] = value
    return yaml.safe_dump(call, sort_keys=False, allow_unicode=True).encode()


def pdf(words=b"carta"):
    """Write a small PDF that opens anywhere."""
    return b"".join([
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n",
        b"% " + words + b"\ntrailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n9\n%%EOF\n",
    ])  # fmt: skip


def picture(kind="PNG", size=(8, 8)):
    """Write a small picture."""
    stored = io.BytesIO()
    Image.new("RGB", size, (10, 90, 90)).save(stored, kind)
    return stored.getvalue()


def member(name, mail, **more):
    """Give a member whose every field is filled in."""
    return {"name": name, "mail": mail, "fields": {"post": "Analista"}, "consents": ["takes_part"], **more}


def whole(**fields):
    """Give the words of an application in which nothing is missing."""
    told = {"country": "CR", "institution": "Ministerio de Hacienda", "need": "Nos atacan cada semana.", **fields}
    return {"fields": told, "members": [member("Ana", "ana@mh.example"), member("Eva", "eva@mh.example")]}


class Applying:
    """Olga's programme, whose call is open since yesterday; its clock stands two days after START."""

    def __init__(self, cast, *, at=START + timedelta(days=2), name="Mujeres 2026", **changes):
        self.cast, self.house, self.clock = cast, cast.house, cast.clock
        self.codes = {}
        self.id = self.house.perform(create_programme, cast.olga, name=name)
        self.opened = self.house.perform(open_call, cast.olga, programme_id=self.id, content=call_bytes(**changes))
        self.clock.now = at

    def begin(self, name="Ana", mail="ana@mh.example", language="es", **facts):
        """Let a lead begin; gives her as an actor, with her link's token in ``codes``."""
        facts = {"name": name, "mail": mail, "language": language, "notice": APPLICATION_NOTICE, **facts}
        made = self.house.perform(begin_application, NOBODY, call=self.id, **facts)
        self.codes[made["application_id"]] = made["token"]
        return self.enter(made["application_id"])

    def enter(self, application_id):
        """Let a lead in; gives her as an actor."""
        token = self.house.perform(open_applicant_session, PROGRAM, application_id=application_id)
        return self.house.look(find_actor, NOBODY, token=token)

    def write(self, who, content=None, **facts):
        """Keep the words of an application, as the only window does."""
        version = self.see(who)["version"]
        return self.house.perform(
            save_application, who, content=content or whole(), **{"version": version, **facts}
        )  # fmt: skip

    def letter(self, who, content=None, **facts):
        """Upload the letter, signed by the right role and with all it must say."""
        told = {"signer_role": "head", "signer_name": "Dra. Paz", "elements": ["presents", "commits"], **facts}
        return self.house.perform(
            add_file, who, document="letter", name="carta.pdf", kind="pdf", content=content or pdf(), **told
        )  # fmt: skip

    def send(self, who):
        """Send the draft."""
        return self.house.perform(send_application, who)

    def see(self, who):
        """Read one's own application."""
        return self.house.look(own_application, who)

    def sent(self, name="Ana", mail="ana@mh.example", **fields):
        """Let a lead send an application in which nothing is missing; gives her as an actor."""
        who = self.begin(name, mail)
        self.write(who, whole(**fields))
        self.letter(who, pdf(mail.encode()))
        self.send(who)
        return who

    def sql(self, statement, **values):
        """Ask the database itself."""
        with self.house.engine.connect() as connection:
            result = connection.execute(text(statement), values)
            rows = [tuple(row) for row in result] if result.returns_rows else []
            connection.commit()
        return rows

    def log(self, *kinds):
        """Give the programme's log as (kind, payload-as-JSON-text) rows, or only some kinds of it."""
        query = "SELECT kind, payload FROM log WHERE stream = :stream ORDER BY seq"
        return [row for row in self.sql(query, stream=f"programme:{self.id}") if not kinds or row[0] in kinds]

    def mails(self, kind=None):
        """Give the outbox as (kind, address, language, facts-as-JSON-text) rows."""
        rows = self.sql("SELECT kind, address, language, facts FROM mail ORDER BY written_at, id")
        return [row for row in rows if kind in (None, row[0])]
