"""The register of deviations."""

from web.api.models.told import DrillTime, Instant, Told, Words


class Deviation(Told):
    """Where teams were treated apart, by whom and why."""

    kind: str
    at: Instant
    drill_time: DrillTime | None
    teams: list[str | None]
    inject: str | None
    title: Words
    flag: str | None
    reason: str | None
    by: str | None


class Deviations(Told):
    """The register, in the order it happened."""

    entries: list[Deviation]
