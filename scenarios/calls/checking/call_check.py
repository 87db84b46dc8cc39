"""What every check of a call works on: the document, beside what any document has."""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.calls.call import Call
from scenarios.calls.stage import Award, Stage
from scenarios.checking.finder import Finder
from scenarios.node import Path


@dataclass(frozen=True)
class CallCheck(Finder):
    """Give checks a call."""

    call: Call

    @property
    def stages(self) -> Iterator[tuple[Path, Stage]]:
        """Give every stage with its path."""
        return ((("stages", place), stage) for place, stage in enumerate(self.call.stages))

    @property
    def awards(self) -> Iterator[tuple[Path, Award]]:
        """Give every award with its path."""
        return (
            ((*path, "awards", place), award) for path, stage in self.stages for place, award in enumerate(stage.awards)
        )

    def check_value(self, name: str, value: str, path: Path, at_key: bool = False) -> None:
        """Report a *value*, written at a path, that the attribute of a *name* does not have."""
        attribute = self.call.attributes.get(name)
        # One that is free, or lacks its values, has any.
        if attribute is None or not attribute.values or value in attribute.values:
            return
        if not self.is_sound(("attributes", name, "values")):
            return
        report = self.report_key if at_key else self.report
        near = self.nearest(value, attribute.values)
        report(path, "unknown_attribute_value", value=value, attribute=name, nearest=near)
