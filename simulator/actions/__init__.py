"""Everything that can be done, a file per subject; each action fetches, asks a rule, records."""
