"""One request among many that are carried out together: an action, who asks for it, and what she brings along."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from simulator.actor import Actor


@dataclass(frozen=True)
class Call:
    """What `House.perform` is asked for; *facts* are the action's keywords."""

    action: Callable[..., Any]
    actor: Actor
    facts: Mapping[str, Any]


# Carries out many calls in one transaction; each has its own result, or its own refusal, in the order of the calls.
Together = Callable[[Session, datetime, Sequence[Call]], list[Any]]
