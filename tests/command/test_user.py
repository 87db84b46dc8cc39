"""``prontas user``: what organizers do on a page, from a shell."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from simulator.actions.links import use_link
from simulator.actions.second_factor import begin_second_factor, confirm_second_factor
from simulator.actions.sessions import open_account_session
from simulator.actions.tokens import create_token
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.own_account import own_second_factor
from simulator.reading.people import find_actor
from simulator.reading.tokens import find_token
from simulator.second_factor import UNTIL_SET_UP
from tests.authenticator import Phone
from web.command import main
from web.command.user import command
from web.command.user_house import house_of

VERBS = {
    "add", "invite", "list", "grant", "revoke", "disable", "enable", "reset-second-factor", "sessions", "tokens",
    "second-step", "programmes", "add-programme",
}  # fmt: skip
OLGA, EDO = "olga@ministry.example", "edo@ministry.example"


@pytest.fixture
def database(tmp_path):
    """Name a database that is not there yet."""
    return f"sqlite:///{tmp_path / 'p.db'}"


@pytest.fixture
def user(monkeypatch, database):
    """Run ``prontas user …`` in English on that database."""
    for name in ("PRONTAS_LANGUAGE", "PRONTAS_DEBUG", "PRONTAS_DATABASE", "PRONTAS_PUBLIC_URL", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")

    def run(*arguments):
        return CliRunner().invoke(main, ["user", *map(str, arguments), "--database", database])

    return run


@pytest.fixture
def staff(user):
    """Add Olga, who organizes, and Edo, who evaluates; give what tells who there is."""
    for email, name, role in ((OLGA, "Olga", "organizer"), (EDO, "Edo", "evaluator")):
        assert user("add", email, "--name", name, "--role", role).exit_code == 0

    def listed():
        document = json.loads(user("list", "--json").stdout)
        assert document["format"] == 1
        return {one["email"]: one for one in document["staff"]}

    return listed


def roles(one):
    return [(grant["role"], grant["scope"]) for grant in one["grants"]]


def test_roles_are_given_and_taken_away(user, staff, database):
    programme = user("add-programme", "Panamá 2026").stdout.strip()
    assert user("grant", EDO, "observer").exit_code == 0
    for named in ("Panamá 2026", programme):
        assert user("grant", EDO, "facilitator", "--programme", named).exit_code == 0
    assert roles(staff()[EDO]) == [
        ("evaluator", "all"), ("facilitator", f"programme:{programme}"), ("observer", "all"),
    ]  # fmt: skip
    assert "facilitator (Panamá 2026)" in user("list").stdout
    for gone in (("observer",), ("evaluator",), ("facilitator", "--programme", "Panamá 2026")):
        assert user("revoke", EDO, *gone).exit_code == 0

    assert roles(staff()[EDO]) == []


def test_what_cannot_be_given_is_said_in_one_line(user, staff):
    told = [
        user("grant", "eve@ministry.example", "observer"),
        user("grant", EDO, "observer", "--programme", "Lima"),
        user("grant", EDO, "observer", "--drill", "unknown"),
        user("revoke", OLGA, "organizer"),
        user("disable", OLGA),
        user("reset-second-factor", EDO),
    ]

    assert [(one.exit_code, one.stderr.count("\n"), one.stdout) for one in told] == [(1, 1, "")] * 6
    assert "Nobody here has the address" in told[0].stderr and "no programme Lima" in told[1].stderr
    assert "last organizer" in told[3].stderr and "last organizer" in told[4].stderr
    for wrong in (("grant", EDO, "king"), ("grant", EDO, "observer", "--drill", "a", "--programme", "b")):
        assert user(*wrong).exit_code == 2


def test_an_account_is_disabled_and_enabled(user, staff):
    assert user("disable", EDO).exit_code == 0
    assert staff()[EDO]["disabled"]
    assert user("invite", EDO).exit_code == 1
    assert user("enable", EDO).exit_code == 0

    assert not staff()[EDO]["disabled"]


def test_whoever_has_a_password_gets_a_reset_and_others_an_invitation(user, staff, database):
    first = user("invite", EDO, "--base", "https://x.example/")
    assert first.stdout.startswith("https://x.example/invite/") and "seven days" in first.stderr
    with house_of(database) as house:
        token = first.stdout.strip().rpartition("/")[2]
        house.perform(use_link, NOBODY, token=token, password_hash="h")
    again = user("invite", EDO)

    assert again.stdout.startswith("http://127.0.0.1:8765/reset/") and "24 hours" in again.stderr


def test_a_lost_second_step_is_taken_away(user, staff, database):
    with house_of(database) as house:
        token = house.perform(open_account_session, PROGRAM, account_id=staff()[EDO]["id"])
        edo = house.look(find_actor, NOBODY, token=token)
        house.perform(begin_second_factor, edo)
        phone, at = Phone(house.look(own_second_factor, edo)["secret"]), datetime.now(UTC)
        house.perform(confirm_second_factor, edo, code=phone.code(at), at=at)
    assert staff()[EDO]["second_factor"]
    assert user("reset-second-factor", EDO).exit_code == 0

    assert not staff()[EDO]["second_factor"]


def test_sessions_are_listed_and_ended(user, staff, database):
    with house_of(database) as house:
        facts = {"account_id": staff()[EDO]["id"], "browser": "Firefox, Android"}
        tokens = [house.perform(open_account_session, PROGRAM, **facts) for _ in range(2)]
    listed = json.loads(user("sessions", EDO, "--json").stdout)
    assert (listed["format"], listed["ended"]) == (1, 0)
    assert [one["browser"] for one in listed["sessions"]] == ["Firefox, Android"] * 2
    assert user("sessions", EDO).stdout.count("Firefox, Android") == 2
    assert user("sessions", EDO, "--end").stdout == "2 sessions have ended.\n"

    with house_of(database) as house:
        assert [house.look(find_actor, NOBODY, token=token) for token in tokens] == [None, None]
    assert json.loads(user("sessions", EDO, "--end", "--json").stdout) == {"format": 1, "ended": 0, "sessions": []}


def test_one_session_is_ended_and_the_others_stay(user, staff, database):
    with house_of(database) as house:
        tokens = [house.perform(open_account_session, PROGRAM, account_id=staff()[EDO]["id"]) for _ in range(3)]
        hers = [house.look(find_actor, NOBODY, token=token).session_id for token in tokens]
    assert all(one in user("sessions", EDO).stdout for one in hers)
    assert user("sessions", EDO, "--end-one", hers[1], "--end-one", hers[1]).stdout == "1 session has ended.\n"
    told = user("sessions", OLGA, "--end-one", hers[0])
    assert (told.exit_code, told.stderr.count("\n")) == (1, 1)

    with house_of(database) as house:
        assert [bool(house.look(find_actor, NOBODY, token=token)) for token in tokens] == [True, False, True]


def test_api_tokens_are_listed_and_revoked(user, staff, database):
    with house_of(database) as house:
        token = house.perform(open_account_session, PROGRAM, account_id=staff()[EDO]["id"])
        edo = house.look(find_actor, NOBODY, token=token)
        made = [house.perform(create_token, edo, name=f"Guion {number}", scopes=["rate"]) for number in range(3)]
    listed = json.loads(user("tokens", EDO, "--json").stdout)
    assert (listed["format"], listed["revoked"]) == (1, 0)
    assert {one["name"] for one in listed["tokens"]} == {"Guion 0", "Guion 1", "Guion 2"}
    assert not any(one["token"] in str(listed) for one in made)
    assert user("tokens", EDO).stdout.count("rate") == 3 and "Guion" not in user("tokens", OLGA).stdout
    assert user("tokens", OLGA, "--revoke", made[0]["token_id"]).exit_code == 1
    first = user("tokens", EDO, "--revoke", made[0]["token_id"])
    assert first.stdout == "1 token opens nothing any more.\n"
    assert len(json.loads(user("tokens", EDO, "--json").stdout)["tokens"]) == 2
    assert json.loads(user("tokens", EDO, "--revoke-all", "--json").stdout) == {"format": 1, "revoked": 2, "tokens": []}

    with house_of(database) as house:
        assert [house.look(find_token, NOBODY, token=one["token"]) for one in made] == [None] * 3


def test_a_second_step_is_asked_of_all_staff_or_no_longer(user, staff, database):
    assert user("second-step").stdout == "Each decides for herself.\n"
    assert user("second-step", "ask").stdout == "It is asked of everybody.\n"
    assert json.loads(user("second-step", "--json").stdout) == {"format": 1, "second_factor": True}
    with house_of(database) as house:
        token = house.perform(open_account_session, PROGRAM, account_id=staff()[EDO]["id"])
        assert house.look(find_actor, NOBODY, token=token).only == UNTIL_SET_UP
        assert user("second-step", "leave").stdout == "Each decides for herself.\n"
        assert house.look(find_actor, NOBODY, token=token).only is None
    assert user("second-step", "perhaps").exit_code == 2


def test_programmes_are_made_and_listed(user, staff):
    made = user("add-programme", " Panamá  2026 ")
    assert (made.exit_code, made.stderr) == (0, "")
    again = user("add-programme", "panamá 2026")
    assert (again.exit_code, again.stderr.count("\n"), again.stdout) == (1, 1, "")
    listed = json.loads(user("programmes", "--json").stdout)

    assert listed == {"format": 1, "programmes": [{"id": made.stdout.strip(), "name": "Panamá 2026"}]}
    assert "Panamá 2026" in user("programmes").stdout


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_help_is_in_the_readers_language(language):
    english, hers = (
        CliRunner().invoke(main, ["--language", code, "user", "--help"]).stdout for code in ("en", language)
    )

    assert set(command.commands) == VERBS
    for verb in VERBS:
        line = next(line for line in english.splitlines() if line.strip().startswith(f"{verb} "))
        assert line not in hers.splitlines() and f"  {verb} " in hers
