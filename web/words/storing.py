"""What is said where a scenario of the store cannot be saved, edited or rehearsed; `editing` names why no splice."""

from web.words import N_

STORING = {
    "scenario_unreadable": N_("This cannot be kept as a scenario; nothing was saved. What is wrong stands below."),
    "scenario_changed": N_(
        "%(name)s saved version %(number)s on %(at)s, after you opened this. Nothing was overwritten, and what you "
        "wrote is still here: look at her changes, then put both together or save yours anew."
    ),
    "scenario_conflicts": N_(
        "%(name)s saved version %(number)s on %(at)s, and you both changed the same places. Nothing was overwritten: "
        "choose for each of them what shall stand."
    ),
    "rehearsal_busy": N_("Another scenario is being rehearsed on this server right now. Try again in a minute."),
    "rehearsal_given_up": N_(
        "This rehearsal took too much time or memory for a server on which others play, or it failed, and was stopped. "
        "Take the scenario along and rehearse it on a computer of your own: prontas rehearse scenario.yaml --play cover"
    ),
    "edit_unreadable": N_(
        "The document cannot be read in line %(line)s, column %(column)s, so its fields cannot be changed one by one. "
        "Mend it in the view of its text."
    ),
    "edit_malformed": N_("This change could not be understood. Load the page again and make it once more."),
    "edit_unknown_path": N_("“%(path)s” is not there (any more). Load the page again."),
    "edit_bad_value": N_("What was given for “%(path)s” cannot be written into a scenario."),
    "edit_bad_id": N_(
        "“%(value)s” cannot be an id. Use letters without accents, digits, hyphens and underscores, at most 64."
    ),
    "edit_id_taken": N_("“%(value)s” is there already. Choose another id."),
    "edit_before_start": N_(
        "Inject %(inject)s stands at %(at)s: it cannot be moved to before STARTEX. Nothing was moved."
    ),
    "edit_past_end": N_(
        "Inject %(inject)s would fall past the end of the drill (%(duration)s). Make the drill longer first. Nothing "
        "was moved."
    ),
    "edit_nothing_to_shift": N_("None of these injects has a time of its own that could be moved."),
    "edit_language_there": N_("The scenario has the language “%(value)s” already."),
    "edit_last_one": N_("“%(path)s” is the last thing in the document and cannot be taken out."),
    "edit_unsafe": N_(
        "“%(path)s” is written in a way that cannot be changed safely, so nothing was changed. Change it in the view "
        "of its text."
    ),
}
