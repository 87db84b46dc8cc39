"""A sentence that quotes what it is about, as rules.md 29 asks of the lowest and the highest level."""

import json

from simulator.desk.quoting import texts_of


def quoting(play, response_id, words=""):
    """Quote a response as the database has it, and add *words*."""
    ((content,),) = play.sql("SELECT content FROM response WHERE id = :id", id=response_id)
    # PostgreSQL gives JSON as what it holds.
    told = json.loads(content) if isinstance(content, str) else content
    longest = max(texts_of(told), key=lambda text: len(text.split()), default="")
    return f"“{' '.join(longest.split()[:6])}” {words}".strip()
