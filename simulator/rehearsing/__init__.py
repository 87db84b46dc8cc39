"""A whole drill in virtual time: the real engine, bots in every seat, and nothing that differs from run to run."""

from simulator.rehearsing.rating_cost import Assumed
from simulator.rehearsing.rehearsal import Rehearsal
from simulator.rehearsing.rehearse import rehearse
from simulator.rehearsing.report import Report, rehearse_and_report, report_of

__all__ = ["Assumed", "Rehearsal", "Report", "rehearse", "rehearse_and_report", "report_of"]
