"""First names of bots, as women of the region bear them, by the language of their team."""

from collections.abc import Mapping

NAMES: Mapping[str, tuple[str, ...]] = {
    "es": ("Itzel", "Wayra", "Marisol", "Nayeli", "Ximena", "Rayén", "Yadira", "Soledad"),
    "pt": ("Jurema", "Iara", "Dandara", "Potira", "Socorro", "Luzia", "Moema", "Anahí"),
    "fr": ("Mirlande", "Fabiola", "Guerda", "Marie-Ange", "Rosena", "Islande", "Nadège", "Widline"),
    "en": ("Keisha", "Amoya", "Shanice", "Tamika", "Kizzy", "Joylyn", "Abeni", "Sherine"),
}


def name_of(language: str, position: int) -> str:
    """Give the name of the bot that plays the team at a place of its drill."""
    names = NAMES.get(language, NAMES["en"])
    return names[position % len(names)]
