"""The programme room: what organizers decide stage by stage, what leads answer, and what everybody may read of it."""

from web.programme import answering, eligibility, fairness, home, meetings, method, sheets, stages
from web.programme.room import programme

__all__ = [
    "answering", "eligibility", "fairness", "home", "meetings", "method", "programme", "sheets", "stages",
]  # fmt: skip
