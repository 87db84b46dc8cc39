"""How long an open session lasts."""

from datetime import timedelta

SESSION_LIFE = timedelta(hours=14)
# Staff who do nothing for so long sign in again; participants do not: a team may wait for hours.
STAFF_IDLE = timedelta(hours=2)
# How often it is written down that a session is in use: more would make every page a write.
SEEN_EVERY = timedelta(minutes=5)
