"""The world of the walk: two drills in play, one of them in a programme, and somebody of every kind at the door."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from scenarios.exchange.yaml_text import write_yaml
from simulator.actions.msel import deliver_inject
from simulator.actions.scenarios import create_scenario
from simulator.actions.sessions import open_account_session, open_applicant_session, open_participant_session
from simulator.actions.tokens import create_token
from simulator.actor import NOBODY, PROGRAM, Actor
from simulator.digest import token_digest
from simulator.permission import STAFF
from simulator.reading.people import find_actor
from simulator.reading.tokens import find_token
from simulator.rows import Account, ApiToken, Delivery, Drill, Grant, Order, Response, WebSession
from simulator.token_scopes import SCOPES as TOKEN_SCOPES
from simulator.token_scopes import scopes_for
from tests.applying import CLOSES, Applying, written
from tests.cast import START, Cast, minutes
from tests.scripts import choice_inject, info, scenario, text_inject
from tests.walk import ABSENT

FILE = "plan.txt"
NOBODYS = "nobody"
# Words of an address that are no ids.
NO_IDS = {"what", "ending", "call_id", "line", "section", "kind", "finding"}
STORED = write_yaml(scenario(info("01", at="1m")))
SCOPES = ("here", "elsewhere", "of the programme", "everywhere")


@dataclass(frozen=True)
class Principal:
    """Somebody at the door: who she is as staff, as participant, as applicant and as a script, and what she shows."""

    name: str
    staff: Actor = NOBODY
    participant: Actor = NOBODY
    applicant: Actor = NOBODY
    script: Actor = NOBODY
    cookie: str = ""
    bearer: str = ""


@dataclass(frozen=True)
class World:
    """Who is there, and what can stand in an address: a set of ids for each place to look at."""

    house: object
    here: object
    elsewhere: object
    principals: dict
    places: dict
    reached: dict


def script(prefix: str):
    """Give a scenario whose first two injects are over after a quarter of an hour, and whose third is open."""
    files = [{"file": FILE}]
    return scenario(
        text_inject(f"{prefix}1", at="1m", files=files),
        choice_inject(f"{prefix}2", at="2m"),
        # Only a team that has isolated gets it: Verde, here.
        info(f"{prefix}3", at="4m", files=files, **{"if": "isolated"}),
        text_inject(f"{prefix}4", at="13m", due="30m", optional=True),
        info(f"{prefix}5", manual=True),
        info(f"{prefix}6", at="50m", files=files),
        rated=True,
    )


def build(house) -> World:
    """Play both drills for a quarter of an hour and let everybody in."""
    cast = Cast.hire(house)
    house.perform(create_token, cast.eun, name="Guion", scopes=["rate"])
    here = played(cast.play(script("h"), files={FILE: b"plan"}, rehearsal=True), "h")
    elsewhere = played(cast.play(script("e"), files={FILE: b"plan"}, rehearsal=True), "e")
    called, other = programme(cast, "Mujeres"), programme(cast, "Otra")
    applied = applications(called, other)
    kept = house.perform(create_scenario, cast.fatima, content=STORED.encode(), files={FILE: b"plan"})
    stored = {"scenario_id": kept["scenario_id"]}
    people = [
        *participants(house, here, elsewhere), *applicants(house, applied[:2]),
        *staff(house, here, elsewhere, called.id),
    ]  # fmt: skip
    principals = {one.name: one for one in (*people, *scripts(house, here, elsewhere, people))}
    # The store is the house's: its scenario is the same wherever one looks from.
    found = {
        name: (absent(stored) if name == "nothing" else stored) | ids
        for name, ids in places(here, elsewhere, cast, applied).items()
    }
    return World(house, here, elsewhere, principals, found, reached(house))


def programme(cast, name):
    """Open a call to which one can apply now."""
    window = {"opens": written(START - timedelta(days=1)), "closes": written(CLOSES), "grace": "5m"}
    return Applying(cast, at=cast.clock.now, name=name, windows__applications=window)


def applications(called, other):
    """Let two leads apply to one call and a third to another; gives what can stand in an address for each."""
    found = []
    for number, place in enumerate((called, called, other)):
        who = place.sent(mail=f"lead{number}@ministry.example")
        file_id = place.sql("SELECT id FROM application_file WHERE application_id = :id", id=who.id)[0][0]
        mail_id = place.sql("SELECT id FROM mail WHERE about = :about", about=f"application:{who.id}")[0][0]
        found.append(
            {"programme_id": place.id, "application_id": who.id, "file_id": file_id, "mail_id": mail_id}
        )  # fmt: skip
        # Only what was found eligible is rated.
        place.sql("UPDATE application SET state = 'eligible' WHERE id = :id", id=who.id)
    return found


def applicants(house, applied):
    for name, ids in zip(("one lead", "another lead"), applied, strict=True):
        token = house.perform(open_applicant_session, PROGRAM, application_id=ids["application_id"])
        found = house.look(find_actor, NOBODY, token=token)
        yield Principal(f"applicant, {name}", applicant=found, cookie=f"prontas_application={token}")


def reached(house):
    """Give, by team, the injects that have reached it."""
    found = {}
    with Session(house.engine) as session:
        query = select(Delivery.team_id, Delivery.inject).where(Delivery.delivered_at.is_not(None))
        for team, inject in session.execute(query):
            found.setdefault(team, set()).add(inject)
    return found


def played(play, prefix):
    play.start().go(minutes(2.5))
    play.send(play.beatriz, f"{prefix}1", {"text": "Cerramos"})
    play.send(play.gwen, f"{prefix}1", {"text": "We close"})
    play.send(play.gwen, f"{prefix}2", {"option": "A"}, confirmed=True)
    play.go(minutes(13))
    play.do(deliver_inject, play.cast.fatima, inject_id=f"{prefix}5")
    return play


def participants(house, here, elsewhere):
    yield Principal(NOBODYS)
    for name, who in (("of Azul", here.beatriz), ("of Verde", here.gwen), ("of another drill", elsewhere.beatriz)):
        token = house.perform(open_participant_session, PROGRAM, participant_id=who.id)
        found = house.look(find_actor, NOBODY, token=token)
        yield Principal(f"participant {name}", participant=found, cookie=f"prontas_team={token}")


def staff(house, here, elsewhere, programme_id):
    with Session(house.engine, expire_on_commit=False) as session, session.begin():
        session.execute(update(Drill).where(Drill.id == here.id).values(programme_id=programme_id))
        scopes = dict(
            zip(SCOPES, (f"drill:{here.id}", f"drill:{elsewhere.id}", f"programme:{programme_id}", "all"), strict=True)
        )
        wanted = [(None, ""), *((role, where) for role in STAFF for where in SCOPES)]
        accounts = {}
        for number, (role, where) in enumerate(wanted):
            account = Account(
                email=f"w{number}@ministry.example", name=f"W{number}", language="es", created_at=house.clock()
            )
            session.add(account)
            session.flush()
            if role:
                session.add(Grant(account_id=account.id, role=role, scope=scopes[where]))
            accounts[f"{role} {where}" if role else "account without a role"] = account.id
    for name, account_id in accounts.items():
        token = house.perform(open_account_session, PROGRAM, account_id=account_id)
        found = house.look(find_actor, NOBODY, token=token)
        yield Principal(name, staff=found, cookie=f"prontas_staff={token}")


def scripts(house, here, elsewhere, people):
    """Let every account with a role make a token of all it may, and some make narrower and dead ones."""
    known = {one.name: one.staff for one in people}
    for name, actor in known.items():
        if actor.grants and name.endswith((" here", " everywhere")):
            yield script_of(house, f"token of {name}", actor)
    for role in STAFF:
        yield script_of(house, f"token of {role} everywhere, bound here", known[f"{role} everywhere"], bound_to=here.id)
    for scope in TOKEN_SCOPES:
        who = next(role for role in STAFF if scope in scopes_for(known[f"{role} everywhere"]))
        yield script_of(house, f"token to {scope} of {who} everywhere", known[f"{who} everywhere"], scopes=[scope])
    for name, column in (("revoked", "revoked_at"), ("expired", "expires_at")):
        one = script_of(house, f"{name} token", known["facilitator everywhere"])
        with Session(house.engine) as session, session.begin():
            mine = update(ApiToken).where(ApiToken.token_digest == token_digest(one.bearer))
            session.execute(mine.values({column: house.clock()}))
        yield Principal(one.name, bearer=one.bearer)


def script_of(house, name, actor, *, scopes=None, bound_to=None):
    wanted = scopes or scopes_for(actor, bound_to)
    made = house.perform(create_token, actor, name=name, scopes=wanted, bound_to=bound_to)
    holder = house.look(find_token, NOBODY, token=made["token"])
    return Principal(name, script=holder.actor, bearer=made["token"])


def places(here, elsewhere, cast, applied):
    """Give, by name, what can stand in an address: a team's own, another's, another drill's, and mixtures."""
    azul = ids_in(here, "h", here.azul, here.beatriz, cast, inject="h1") | applied[0]
    verde = ids_in(here, "h", here.verde, here.gwen, cast, inject="h3") | applied[1]
    foreign = ids_in(elsewhere, "e", elsewhere.azul, elsewhere.beatriz, cast, inject="e1") | applied[2]
    programme_here, programme_elsewhere = ({"programme_id": one["programme_id"]} for one in applied[1:])
    return {
        "Azul": azul,
        "Verde": verde,
        "elsewhere": foreign,
        "ids of elsewhere here": foreign | {"drill_id": here.id} | programme_here,
        "ids of here elsewhere": azul | {"drill_id": elsewhere.id} | programme_elsewhere,
        "nothing": absent(azul),
    }


def ids_in(play, prefix, team, member, cast, inject):
    with Session(play.house.engine) as session:
        sent = select(Response.id).join(Delivery).where(Delivery.team_id == team, Delivery.inject == f"{prefix}1")
        response = session.scalar(sent)
        # Of somebody who does not walk: her session and her token are nobody's business.
        session_id = session.scalar(select(WebSession.id).where(WebSession.account_id == cast.eun.id))
        token_id = session.scalar(select(ApiToken.id).where(ApiToken.account_id == cast.eun.id))
        order = session.scalar(select(Order.id).where(Order.drill_id == play.id))
    code = play.codes["Azul" if team == play.azul else "Verde"]
    other = play.verde if team == play.azul else play.azul
    short = play.sql("SELECT short_code FROM participant WHERE id = :id", id=member.id)[0][0]
    return {
        "other_team_id": other, "short_code": short, "what": "password", "call_id": "ilo-style", "stage": "grants",
        "decision_id": ABSENT, "appeal_id": ABSENT, "ending": "csv", "award_id": ABSENT, "award": "grant",
        "meeting": "opening", "line": "01", "section": "basics", "kind": "yaml", "finding": "unknown_seat",
        "session_id": session_id, "token_id": token_id,
        "drill_id": play.id, "team_id": team, "participant_id": member.id, "account_id": cast.eun.id,
        "inject_id": inject, "response_id": response, "code": code, "name": FILE, "token": ABSENT, "order_id": order,
    }  # fmt: skip


def absent(ids):
    """Give ids that name nothing, each as long as the one in its place, so that sizes can be compared."""
    return {name: value if name in NO_IDS else "z" * len(value) for name, value in ids.items()}
