"""How responses are rated, and what follows from all ratings."""

import json

from simulator.actions.rating import publish_standings, rate_response
from simulator.actions.score_rules import set_score_rules
from simulator.reading.desk import rating_queue, rating_sheet
from simulator.reading.ratings import ratings_table
from simulator.reading.results import standings_page
from simulator.reading.score_rules import score_rules_page
from web.api.drill_operations import DRILL
from web.api.models.rating import GivenRating, NewRating, Queue, Sheet
from web.api.models.rules import Digest, DrillRules, NewRules
from web.api.models.standings import Ratings, RulesFile, Standings
from web.api.operation import Operation
from web.organizer.downloads import ratings_csv, rules_json, send_file
from web.verbs import TypedName

RESPONSE = DRILL + "/responses/{response_id}"

RATING = {
    "get_rating_queue": Operation(
        "GET", DRILL + "/queue", rating_queue, "ratings", "List the responses that are ready for you to rate",
        told=Queue,
    ),
    "get_rating_sheet": Operation(
        "GET", RESPONSE, rating_sheet, "ratings", "Read one response beside its ask and the rubric, without names",
        told=Sheet,
    ),
    "rate_response": Operation(
        "POST", RESPONSE + "/ratings", rate_response, "ratings",
        "Give a level to one criterion; the same again changes nothing", asked=NewRating, told=GivenRating,
    ),
}  # fmt: skip

RESULTS = {
    "get_standings": Operation(
        "GET", DRILL + "/standings", standings_page, "standings", "Read the standings, with what each inject adds",
        told=Standings,
    ),
    "publish_standings": Operation(
        "POST", DRILL + "/standings/publish", publish_standings, "standings",
        "Make the standings a fact of the log; asks for the drill's name", asked=TypedName,
    ),
    "get_score_rules": Operation(
        "GET", DRILL + "/score-rules", score_rules_page, "standings", "Read the drill's rules of score",
        told=DrillRules,
    ),
    "set_score_rules": Operation(
        "POST", DRILL + "/score-rules", set_score_rules, "standings",
        "Set them, until the first rating is given; the digest goes into the log", asked=NewRules, told=Digest,
        shape=lambda digest: {"digest": digest},
    ),
    "list_ratings": Operation(
        "GET", DRILL + "/ratings", ratings_table, "standings", "Read the ratings that the standings follow from",
        told=Ratings,
    ),
    "get_ratings_csv": Operation(
        "GET", DRILL + "/ratings.csv", ratings_table, "standings", "Read the same as a file for `prontas standings`",
        file=lambda table: send_file(ratings_csv(table["rows"]), table["drill"], "ratings.csv", "text/csv"),
        media="text/csv",
    ),
    "get_rules": Operation(
        "GET", DRILL + "/rules", ratings_table, "standings", "Read the rules of score",
        # The names are those of the file of ratings, so that the two always fit each other.
        told=RulesFile, shape=lambda table: json.loads(rules_json(table["rules"])),
    ),
}  # fmt: skip
