"""How long what is held about people is kept, by purpose; ``retain`` in `simulator.actions.retaining` sees to it."""

from datetime import timedelta

# Where somebody was signed in, for questions about a misuse of her account.
KEEP_SESSIONS = timedelta(days=30)
# Invitations and resets, API tokens and recovery codes that can no longer be used.
KEEP_LINKS = timedelta(days=30)
# What tells server processes to close sockets; they read it every second.
KEEP_DEPARTURES = timedelta(hours=1)
# Somebody's wish for a pause is nobody's business once the drill is over.
KEEP_PAUSES = timedelta(days=30)
# Names, responses, drafts, notes and sentences of a drill, after its end: for appeals, the report, the next call.
KEEP_WORDS = timedelta(days=365)
# An application that was begun and never sent, after its call has closed.
KEEP_UNSENT = timedelta(days=30)
# Mails, sent or not: what they tell stands where they came from.
KEEP_MAILS = timedelta(days=30)
# What was sent to a call, its files and what was found of it, after the last stage of the programme.
KEEP_APPLICATIONS = timedelta(days=365)
# How far ahead an organizer can hold back a drill's words, or what was sent to a programme, at a time.
LONGEST_HOLD = timedelta(days=3 * 365)
