"""What a role is called."""

from collections.abc import Mapping

from web.words import N_

ROLE_WORDS: Mapping[str, str] = {
    "facilitator": N_("facilitator"),
    "evaluator": N_("evaluator"),
    "organizer": N_("organizer"),
    "observer": N_("observer"),
}
