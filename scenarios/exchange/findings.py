"""The findings of one file of the field: where bad rows are left out, what is wrong with them is said all the same."""

from dataclasses import dataclass, field

from scenarios.exchange.codes import EXCHANGE_CODES
from scenarios.finding import Finding, Parameter

MOST_FINDINGS = 1000


@dataclass
class RowFindings:
    """Collect findings by row and column, from 1; with *lenient* a row's errors are warnings.

    *stopped*: something else than a row stands in the way.
    """

    file: str
    lenient: bool = False
    found: list[Finding] = field(default_factory=list)
    bad_rows: set[int] = field(default_factory=set)
    stopped: bool = False

    def report(self, row: int, column: int, code: str, **parameters: Parameter) -> None:
        """Note a finding of a row; where it is an error the row is bad."""
        severity = EXCHANGE_CODES[code][0]
        if severity == "error":
            self.bad_rows.add(row)
            severity = "warning" if self.lenient else severity
        if len(self.found) < MOST_FINDINGS:
            self.found.append(Finding(self.file, row, column, severity, code, parameters))

    @property
    def sound(self) -> bool:
        """Say whether nothing stands in the way."""
        return not self.stopped and (self.lenient or not self.bad_rows)
