"""The findings of one rules file or ratings file, as they come."""

from dataclasses import dataclass, field

from scenarios.finding import Finding, Parameter
from scenarios.node import Mark
from scenarios.rules_codes import RULES_CODES

MOST_FINDINGS = 1000


@dataclass
class Findings:
    """Collect findings, as many as anybody reads, so that a hostile file cannot fill the memory."""

    file: str
    found: list[Finding] = field(default_factory=list)

    def report(self, mark: Mark, code: str, **parameters: Parameter) -> None:
        """Note a finding; its severity is the code's."""
        if len(self.found) == MOST_FINDINGS:
            code, parameters = "too_many_findings", {"most": MOST_FINDINGS}
        if len(self.found) <= MOST_FINDINGS:
            self.found.append(Finding(self.file, *mark, RULES_CODES[code][0], code, parameters))

    @property
    def sound(self) -> bool:
        """Say whether nothing worse than a warning was found."""
        return all(finding.severity == "warning" for finding in self.found)
