"""What an edge says it reaches is what it reaches: all calls of the house are noted while everybody walks."""

import ast
from pathlib import Path

import pytest

from simulator.permission import ITSELF, NOBODY, PERMISSIONS, PROGRAM
from tests.permission.world import NOBODYS
from tests.walk import edges_of
from web.command import VERBS
from web.live.requests import REQUESTS
from web.matrix import AT_THE_DOOR, COMMANDS, PAGES, SOCKETS

WALKERS = (
    NOBODYS, "participant of Azul", "applicant, one lead", "organizer everywhere", "facilitator everywhere",
    "evaluator everywhere", "token of organizer everywhere", "token of facilitator everywhere",
    "token of evaluator everywhere",
)  # fmt: skip
# What the live server reads after each commit, whoever made it.
AFTERWARDS = {"departures_since", "posts_after", "render_posts"}
# Where a page goes only with a code, a link or a password that no walk has, or only when something was refused or is
# published; the tests of those rooms do.
FARTHER = {
    "account.change_password": {"change_own_password"},
    "account.begin": {"find_account", "own_account"},
    "account.confirm": {"confirm_second_factor", "own_second_factor"},
    "account.turn_off": {"drop_second_factor"},
    "applicant.begin_now": {"call_page", "close_session"},
    "applicant.link_now": {"open_applicant_session", "close_session"},
    "applicant.keep": {"add_file", "remove_file"},
    "applicant.upload": {"add_file", "own_application"},
    "applicant.erase": {"erase_own_application"},
    "calls.erase": {"erase_application"},
    "audit.erase": {"erase_participant"},
    "audit.erase_account_now": {"erase_account"},
    "organizer.standings": {"chain_state"},
    "programme.accept": {"own_results"},
    "programme.decline": {"own_results"},
    "programme.delegate": {"own_results"},
    "programme.note": {"attendance_page"},
    "programme.keep": {"programme_home", "decisions"},
    "programme.institution": {"eligibility_list"},
    "programme.decide": {"stage_page"},
    "programme.rerate": {"stage_page"},
    "programme.confirm": {"stage_page"},
    "programme.link": {"stage_page"},
    "programme.enrol": {"stage_page"},
    "organizer.thirds": {"standings_page"},
    "organizer.upload_rules": {"set_score_rules"},
    "organizer.rerate": {"appeal_list"},
    "organizer.decide": {"appeal_list"},
    "participant.appeal": {"own_sheet"},
    "evaluator.me": {"own_feedback"},
    "merit.me": {"own_feedback"},
    **{f"{room}.declare": {"own_desk"} for room in ("evaluator", "merit")},
    **{
        f"{room}.{page}": {"evaluators_board"}
        for room in ("evaluators", "merit_evaluators")
        for page in ("assign", "move", "recuse", "let_in", "thirds")
    },
    "editor.create": {"scenario_list"},
    "editor.add_language": {"save_version", "scenario_page"},
    "editor.attach": {"attach_files"},
    "editor.detach": {"scenario_version"},
    "editor.restore": {"scenario_version", "scenario_page", "scenario_changes"},
    "importing.save": {"create_scenario", "remember_mapping"},
    "importing.forget": {"own_mappings"},
    "staff.add_to_drill": {"grant_role"},
    "staff.give_role_here": {"drill_staff"},
    "staff.take_role_here": {"drill_staff"},
    "staff.make_drill": {"programme_list", "scenario_list"},
    # Each text of the stored scenario is one for all languages, which that page shows and does not write.
    "editor.save_texts": {"scenario_package", "scenario_page", "save_version"},
    "participant.choose_consent": {"withdraw_consent"},
    "staff.keep_controller": {"named_controller"},
    "front.return_now": {"open_participant_session", "close_session"},
    "front.set_up": {"use_link", "find_account", "open_account_session", "close_session"},
    "front.accept_invitation": {"use_link", "find_account", "open_account_session", "close_session"},
    "front.reset_password": {"use_link", "find_account", "open_account_session", "close_session"},
    "front.sign_in_now": {"open_account_session", "close_session"},
    "front.second_step": {"find_account"},
    "front.take_second_step": {"find_account", "use_second_factor", "open_account_session", "close_session"},
}


@pytest.fixture(scope="module")
def reached(walker):
    """Walk every page once as several; give what each has asked the house for."""
    found = {}
    for page in edges_of(walker.app):
        for name in WALKERS:
            answer = walker.ask(walker.world.principals[name], page, walker.world.places["Azul"])
            walker.restore()
            found.setdefault(page.key, set()).update(answer.asked - AT_THE_DOOR - AFTERWARDS)
    return found


def test_no_page_asks_for_more_than_it_declares(reached):
    more = {name: asked - PAGES[name].needs - PAGES[name].reaches for name, asked in reached.items()}

    wrong = "\n".join(f"{name}: {sorted(beyond)}" for name, beyond in more.items() if beyond)

    assert wrong == ""


def test_no_page_declares_more_than_it_asks_for(reached):
    less = {name: PAGES[name].reaches - asked - FARTHER.get(name, set()) for name, asked in reached.items()}

    wrong = "\n".join(f"{name}: {sorted(unmet)}" for name, unmet in less.items() if unmet)

    assert wrong == ""


def test_every_operation_named_by_an_edge_is_in_the_permission_table():
    edges = [*PAGES.values(), *(edge for both in SOCKETS.values() for edge in both)]
    named = {name for edge in edges for name in edge.needs | edge.reaches} | set().union(*COMMANDS.values())

    assert named - set(PERMISSIONS) == set()


def test_every_operation_that_is_not_the_programs_own_has_an_edge():
    edges = [*PAGES.values(), *(edge for both in SOCKETS.values() for edge in both)]
    named = {name for edge in edges for name in edge.needs | edge.reaches} | set().union(*COMMANDS.values())
    others = {name for name, right in PERMISSIONS.items() if right != ITSELF}

    assert others - named - AT_THE_DOOR == set()


def test_every_request_of_a_socket_is_in_the_matrix(walker):
    assert set(REQUESTS) - set(SOCKETS) == set()


def asked_by(verb):
    """Name the operations that the modules of a verb hand to the house; ``demo_drill`` is of ``demo``."""
    found = set()
    for path in sorted(Path("web/command").glob(f"{verb}*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(func=ast.Attribute(attr="perform" | "look"), args=[ast.Name(id=name), *_]):
                    found.add(name)
    return found


# What they ask for is asked for by the floor below.
BELOW = {"rehearse": {"create_drill", "rehearse_drill", "rehearsal_of"}, "tidy": {"retain"}}


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_verb_of_the_shell_asks_for_what_it_declares_and_as_the_program(verb):
    assert asked_by(verb) | BELOW.get(verb, set()) == COMMANDS[verb]
    assert {name for name in COMMANDS[verb] if not PERMISSIONS[name].roles & {PROGRAM, NOBODY}} == set()


def test_no_module_of_the_shell_asks_for_what_no_verb_declares():
    assert asked_by("") == set().union(*(asked_by(verb) for verb in VERBS))


def test_the_matrix_names_no_verb_that_is_not_there():
    assert set(COMMANDS) == set(VERBS)
