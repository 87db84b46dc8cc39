"""Whether every flag is both set by something and read by something."""

from injects.condition import atoms
from injects.condition_tree import Flag
from scenarios.checking.check import Check

# Behind these a flag may stand that nobody could read.
_HIDING = ("unknown_flag", "condition_", "tag", "missing_options")


def check_flags(check: Check) -> None:
    """Find flags that change nothing; where one is misspelt or cannot be read, it may be the one that seems unused."""
    found = check.reading.findings
    if any(finding.code.startswith(_HIDING) or finding.parameters.get("key") == "sets" for finding in found):
        return
    written = {flag for _, inject in check.injects for flag in inject.sets}
    written |= {flag for _, ask in check.asks for option in ask.options for flag in option.sets}
    conditions = check.conditions.values()
    read = {atom.name for condition in conditions for atom in atoms(condition) if isinstance(atom, Flag)}
    for flag in check.scenario.flags:
        if flag not in written:
            check.report_key(("flags", flag), "flag_never_set", flag=flag)
        if flag not in read:
            check.report_key(("flags", flag), "flag_never_read", flag=flag)
