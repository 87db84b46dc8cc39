"""A whole drill in virtual time: the real engine, bots in every seat, and nothing that differs from run to run."""

from simulator.rehearsing.rehearsal import Rehearsal
from simulator.rehearsing.rehearse import rehearse

__all__ = ["Rehearsal", "rehearse"]
