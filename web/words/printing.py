"""What stands in the way of a print pack."""

from collections.abc import Mapping

from web.words import N_

PRINTING: Mapping[str, str] = {
    "pack_empty": N_("Choose at least one kit."),
    "pack_too_large": N_(
        "One PDF holds at most %(most)s kits, and these are %(kits)s. Take an archive (.zip), or fewer teams."
    ),
    "pack_failed": N_(
        "A kit could not be made: it is too long, or the machine is too busy. Try again, or choose fewer kits."
    ),
    "start_unreadable": N_("“%(value)s” is not a day with a time. Write it like 2031-03-03T09:00."),
}
