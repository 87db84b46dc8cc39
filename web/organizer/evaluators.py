"""Who rates what: the organizers' board of evaluators, what they do there, and the statistics of the ratings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flask import Blueprint, Response, render_template, request, url_for

from scoring.rounding import two_decimals
from simulator.actions.assigning import ask_thirds, assign_evaluators, close_rating, let_evaluator_in, reassign
from simulator.actions.declaring import recuse_evaluator
from simulator.reading.evaluators import evaluators_board
from simulator.reading.rating_statistics import rating_statistics
from simulator.refusal import Refusal
from web import door
from web.evaluator.recusal_words import KEPT_WORDS, RECUSAL_WORDS
from web.evaluator.severity_words import FLAG_WORDS, leaning
from web.organizer.evaluator_words import LET_IN_WORDS, problem_words, reason_words
from web.organizer.numbers import number
from web.organizer.statistics_tables import statistics_tables
from web.paper.files import known_ending, send_tables
from web.words import LANGUAGES, N_, say, say_count
from web.words.refusals import words_of

Answer = Response | tuple[str, int]


@dataclass(frozen=True)
class Board:
    """The board of one kind of desk; *desk* names the blueprint of the desk itself."""

    name: str
    prefix: str
    desk: str

    def address(self, page: str, ids: Mapping[str, str], **more: Any) -> str:
        """Give the address of one of the board's pages."""
        named: dict[str, Any] = {**ids, **more}
        return url_for(f"{self.name}.{page}", **named)


DRILL = Board("evaluators", "/drills/<drill_id>/evaluators", "evaluator")
MERIT = Board("merit_evaluators", "/programmes/<programme_id>/merit/<stage>/evaluators", "merit")


def board_blueprint(room: Board) -> Blueprint:
    """Make the pages of one kind of board."""
    pages = Blueprint(room.name, __name__, template_folder="templates", url_prefix=room.prefix)

    @pages.get("")
    @door.for_staff
    def board(**ids: str) -> str:
        """Show who has how much to do, who is behind, and what is wrong."""
        return _show(room, ids, done=_done())

    @pages.post("/assign")
    @door.for_staff
    def assign(**ids: str) -> Answer:
        """Give out all that is lacking."""
        return _do(room, ids, assign_evaluators, "added", lambda made: made["added"])

    @pages.post("/<account_id>/move")
    @door.for_staff
    def move(account_id: str, **ids: str) -> Answer:
        """Give what one has not finished to another, or to whoever has least to do."""
        to = request.form.get("to") or None
        facts = {"account_id": account_id, "to_account_id": to}
        return _do(room, ids, reassign, "moved", lambda made: made["moved"], **facts)

    @pages.post("/<account_id>/recuse")
    @door.for_staff
    def recuse(account_id: str, **ids: str) -> Answer:
        """Keep one from a team."""
        facts = {
            "account_id": account_id, "whose": request.form.get("team", ""), "reason": request.form.get("reason", ""),
        }  # fmt: skip
        return _do(room, ids, recuse_evaluator, "recused", lambda _made: 1, **facts)

    @pages.post("/<account_id>/let-in")
    @door.for_staff
    def let_in(account_id: str, **ids: str) -> Answer:
        """Let one rate without the calibration."""
        facts = {"account_id": account_id, "reason": request.form.get("reason", "")}
        return _do(room, ids, let_evaluator_in, "let_in", lambda _made: 1, **facts)

    @pages.post("/thirds")
    @door.for_staff
    def thirds(**ids: str) -> Answer:
        """Ask a third wherever two differ on teams near the cut."""
        return _do(room, ids, ask_thirds, "asked", int, team_ids=request.form.getlist("team"))

    @pages.get("/statistics")
    @door.for_staff
    def statistics(**ids: str) -> str:
        """Show how far evaluators agree, how strict each is, and what stands out."""
        told = door.house().look(rating_statistics, door.staff(), **ids)
        return _render(
            room, ids, "organizer/statistics.html", told["place"], told=told, leaning=leaning, flag_words=FLAG_WORDS,
            reason_words=reason_words,
        )  # fmt: skip

    @pages.get("/statistics.<ending>")
    @door.for_staff
    def statistics_file(ending: str, **ids: str) -> Response:
        """Give the same as CSV, XLSX or PDF."""
        known_ending(ending)
        told = door.house().look(rating_statistics, door.staff(), **ids)
        place, tables = told["place"], statistics_tables(told, door.language())
        title = f"{say(door.language(), N_('Agreement and severity'))} · {place['name']}"
        mark = place["rehearsal"] if place["exercise"] else None
        return send_tables(ending, tables, title, place["name"], "agreement", rehearsal=mark)

    if room is DRILL:

        @pages.post("/close")
        @door.for_staff
        def close(drill_id: str) -> Answer:
            """Close the round of ratings."""
            return _do(room, {"drill_id": drill_id}, close_rating, "closed", lambda _made: 1)

    return pages


def _do(
    room: Board,
    ids: Mapping[str, str],
    action: Callable[..., Any],
    done: str,
    count: Callable[[Any], int],
    **facts: Any,
) -> Answer:
    try:
        made = door.house().perform(action, door.staff(), **ids, **facts)
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _show(room, ids, problem=words_of(refusal, door.language())), 409
    return Response(status=303, headers={"Location": room.address("board", ids, done=done, n=count(made))})


def _done() -> str | None:
    """Say what has just been done, from the address the last step led to."""
    n, language = request.args.get("n", 0, int), door.language()
    match request.args.get("done"):
        case "added":
            return say_count(language, "%(n)s rating was given out.", "%(n)s ratings were given out.", n)
        case "moved":
            return say_count(language, "%(n)s response was moved.", "%(n)s responses were moved.", n)
        case "asked":
            return say_count(language, "%(n)s third evaluator was asked.", "%(n)s third evaluators were asked.", n)
        case "recused" | "let_in" | "closed":
            return say(language, "Done; it is noted in the log.")
    return None


def _show(room: Board, ids: Mapping[str, str], *, problem: str | None = None, done: str | None = None) -> str:
    told = door.house().look(evaluators_board, door.staff(), **ids)
    problems = [problem_words(one, door.language(), LANGUAGES) for one in told["problems"]]
    return _render(
        room, ids, "organizer/evaluators.html", told["place"], board=told, problem=problem, done=done,
        problems=problems, recusal_words=RECUSAL_WORDS, kept_words=KEPT_WORDS, let_in_words=LET_IN_WORDS,
        may_rate="evaluator" in door.staff().roles_in(ids.get("drill_id"), ids.get("programme_id")),
    )  # fmt: skip


def _render(room: Board, ids: Mapping[str, str], template: str, place: Mapping[str, Any], **told: Any) -> str:
    return render_template(
        template, room=room, ids=ids, place=place, exercise=place["exercise"], rehearsal=place["rehearsal"],
        number=lambda value: number(two_decimals(Fraction(value)), door.language()), language_names=LANGUAGES, **told,
    )  # fmt: skip


evaluators = board_blueprint(DRILL)
merit_evaluators = board_blueprint(MERIT)
