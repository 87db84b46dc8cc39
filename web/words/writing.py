"""What is said where somebody writes a scenario in the editor and it cannot be done so."""

from web.words import N_

WRITING: dict[str, str] = {
    "no_inject_chosen": N_("Choose at least one inject first, with the box at the beginning of its line."),
    "inject_at_the_end": N_("There is no place beyond this one in the list."),
    "cell_wrong": N_("%(finding)s Nothing was saved."),
    "shift_not_a_length": N_("“%(written)s” is not a length of time. Write it like 90s, 5m or 1h30m."),
    "scenario_needs_title": N_("Give the scenario a title of 1 to %(longest)s characters."),
    "scenario_needs_duration": N_("Write how long the drill takes, a minute or more, like 60m or 1h30m."),
    "file_missing_here": N_("Choose at least one file first."),
}
