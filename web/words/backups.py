"""What is said where a backup cannot be made or brought back."""

from web.words import N_

BACKUPS = {
    "database_is_served": N_(
        "A server still runs on this database. Pause its drills and stop every process; one that was killed is "
        "forgotten after twelve seconds."
    ),
    "database_is_empty": N_("There is nothing in this database yet."),
    "database_is_damaged": N_(
        "The database is damaged (%(found)s). Stop the server, keep a copy of its files, and restore the last backup."
    ),
    "database_not_empty": N_("This database is not empty. A backup is brought back into an empty one: name another."),
    "backup_unreadable": N_("This is not a backup of Prontas."),
    "backup_is_newer": N_("This backup was made by a later version of Prontas. Install that version to bring it back."),
    "backup_damaged": N_("This backup is damaged or not whole. Nothing was brought back; take another one."),
    "backup_misfits": N_("What this backup holds of “%(table)s” does not fit this database. Nothing was brought back."),
    "backup_chain_broken": N_(
        "The log of this backup was tampered with or damaged: row %(seq)s of %(stream)s does not follow. Nothing was "
        "brought back."
    ),
}
