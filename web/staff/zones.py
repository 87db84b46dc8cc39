"""Time zones to choose from: those of Latin America and the Caribbean come first."""

from functools import cache
from zoneinfo import available_timezones

NEAR = (
    "America/Argentina/Buenos_Aires", "America/Asuncion", "America/Bahia", "America/Barbados", "America/Belize",
    "America/Bogota", "America/Cancun", "America/Caracas", "America/Cayenne", "America/Costa_Rica",
    "America/El_Salvador", "America/Fortaleza", "America/Grand_Turk", "America/Guadeloupe", "America/Guatemala",
    "America/Guayaquil", "America/Guyana", "America/Havana", "America/Jamaica", "America/La_Paz", "America/Lima",
    "America/Maceio", "America/Managua", "America/Manaus", "America/Martinique", "America/Mexico_City",
    "America/Monterrey", "America/Montevideo", "America/Nassau", "America/Panama", "America/Paramaribo",
    "America/Port-au-Prince", "America/Port_of_Spain", "America/Puerto_Rico", "America/Santiago",
    "America/Santo_Domingo", "America/Sao_Paulo", "America/St_Lucia", "America/St_Vincent", "America/Tegucigalpa",
    "America/Tijuana",
)  # fmt: skip


@cache
def zones() -> tuple[str, ...]:
    """List the time zones of regions, the near ones first."""
    regions = {"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
    others = sorted(zone for zone in available_timezones() - set(NEAR) if zone.split("/")[0] in regions)
    return (*NEAR, *others, "UTC")
