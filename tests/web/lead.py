"""The lead of a team that applies, in front of her own pages: words, files, sending, and what becomes of it."""

import hashlib
import io
import re

from simulator.actor import NOBODY
from simulator.reading.people import find_actor
from tests.applying import pdf
from tests.season_call import COUNTRIES, HOUSES, NAMES, NEED
from tests.web.visitor import Visitor
from web import door

LETTER = ["presents", "commits", "follows", "coordinates"]
FORM = "/application"
RESULTS = "/application/results"


class Lead(Visitor):
    """Team *number*'s lead; her country, institution, language and the size of her team follow from the number."""

    def __init__(self, story, number):
        self.country = list(COUNTRIES)[number % len(COUNTRIES)]
        self.language, place = COUNTRIES[self.country]
        super().__init__(story.app, language=self.language, address=f"198.51.{100 + number // 200}.{number % 200 + 1}")
        self.story, self.number = story, number
        self.institution = HOUSES[self.language][(number // len(COUNTRIES)) % 4].format(place)
        self.size = 3 + (number * 5) % 4
        self.name, self.mail = f"{NAMES[number % len(NAMES)]} {number}", f"lead{number}@{self.country}.example".lower()
        self.link, self.id, self.role = None, None, "head_of_cybersecurity"

    def begin(self, status=303):
        """Read the notice, begin, and keep the personal link; with another *status* she is not let begin."""
        page = f"/calls/{self.story.id}/apply"
        facts = {"privacy": "1", "name": self.name, "mail": self.mail, "language": self.language}
        self.press(page, page, facts, status=status)
        if status != 303:
            return self
        self.link = re.search(r"/apply/[\w-]+", self.read("/application/link"))[0]
        token = self.holds(door.cookie_name(door.APPLICATION, secure=False))
        self.id = self.story.house.look(find_actor, NOBODY, token=token).id
        return self

    def come_back(self):
        """Come in by the personal link, after days."""
        self.press(self.link, self.link)
        return self

    def save(self, **fields):
        """Write everything down, and save it."""
        self.press(FORM, FORM, self.typed(**fields) | {"save": "1"})
        return self

    def upload(self, status=303, **letter):
        """Choose both files on the page and save them; gives the answer."""
        told = {
            "d-letter-file": (io.BytesIO(pdf(f"letter {self.number}".encode())), "carta.pdf"),
            "d-letter-role": self.role, "d-letter-name": "Dra. Paz", "d-letter-e": LETTER,
            "d-service-file": (io.BytesIO(pdf(f"staff {self.number}".encode())), "personal.pdf"),
            "d-service-role": "human_resources", "d-service-name": "Lic. Sol",
        }  # fmt: skip
        for name, value in letter.items():
            told[name.replace("_", "-")] = value
        told = {name: value for name, value in told.items() if value is not None}
        return self.press(FORM, FORM, self.typed() | told | {"save": "1"}, status=status)

    def send(self, **fields):
        """Press the button that sends; gives the answer."""
        return self.press(FORM, FORM, self.typed(**fields) | self.declared() | {"send": "1"})

    def send_whole(self):
        """Send, and read the receipt with the fingerprint of the letter."""
        assert self.send().headers["Location"] == "/application/receipt"
        assert hashlib.sha256(pdf(f"letter {self.number}".encode())).hexdigest() in self.read("/application/receipt")

    def declared(self):
        """Give what she says of the files that are there."""
        return {
            "d-letter-role": self.role, "d-letter-name": "Dra. Paz", "d-letter-e": LETTER,
            "d-service-role": "human_resources", "d-service-name": "Lic. Sol",
        }  # fmt: skip

    def typed(self, **fields):
        """Give all fields of the form, filled in."""
        told = {
            "language": self.language, "f-team_name": f"Equipo {self.number}", "f-institution": self.institution,
            "f-country": self.country, "f-level": "sub-national" if self.number % 3 == 0 else "national",
            "f-language": self.language, "f-need": NEED.format(n=self.number), "f-before": "never",
            "f-composition": "Una de sistemas y dos de atención.", "f-plan-0-action": "Taller", "f-plan-0-who": "Ana",
            "f-plan-0-when": "mayo", "f-plan-0-reach": "Todas", "f-motivation": "Nos atacaron y no supimos qué decir.",
        }  # fmt: skip
        told |= {f"f-{name}": value for name, value in fields.items()}
        for place in range(self.size):
            told |= {
                f"m-{place}-name": f"{NAMES[(self.number + place) % len(NAMES)]} {place}",
                f"m-{place}-mail": f"m{self.number}.{place}@team.example", f"m-{place}-f-post": "Analista",
                f"m-{place}-f-unit": "Sistemas", f"m-{place}-f-part": ["technical"], f"m-{place}-c": ["data", "time"],
            }  # fmt: skip
        return told

    # what becomes of it

    def award(self, answer):
        """Find what is offered to her, or was, on her page of results: the address that answers it."""
        return re.search(rf'action="(/application/awards/[^"/]+/{answer})"', self.read(RESULTS))

    def accept(self, seats=None, members=None, alternate=None):
        """Accept what is offered, for the members that she ticks."""
        told = {"member": members or [str(place) for place in range(seats or self.size)]}
        if alternate is not None:
            told["alternate"] = alternate
        self.press(RESULTS, self.award("accept")[1], told)

    def decline(self):
        """Decline it, and say that she is sure."""
        self.press(RESULTS, self.award("decline")[1], {"sure": "1"})
