"""What each reason for not rating a team says."""

from collections.abc import Mapping

from web.words import N_

RECUSAL_WORDS: Mapping[str, str] = {
    "institution": N_("I work, or have worked, in its institution"),
    "hierarchy": N_("One of us reports to the other, or did within five years"),
    "family": N_("Family or a close friend"),
    "mentor": N_("I trained or advised this team"),
    "country": N_("It is from my country"),
    "other": N_("Another reason to step back"),
}
# As organizers read it, beside a name.
KEPT_WORDS: Mapping[str, str] = {
    "recused": N_("recused"),
    "institution": N_("same institution"),
    "country": N_("same country"),
    "ran_it": N_("facilitated or observed this drill"),
}
