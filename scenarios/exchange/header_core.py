"""What a header says of its column beyond the name of an inject, of delivery, or of the players: “Título del inyecto”.

All words here are plain: without capital letters, accents and signs.
"""

import re
from collections.abc import Collection, Iterator

# What lists call one row. In the plural a header counts them, and is no number of one.
_ONE = "inject|inyecto|inyeccion|injecao|insercao|injection|event|evento|evenement|msel|mel"
_NAMES = frozenset(_ONE.split("|"))
_OF = {
    "en": "of (?:the |an? )?|for (?:the )?|", "es": "del |de la |de el ", "pt": "do |da ", "fr": "de l |d |du |de la ",
}  # fmt: skip
_OF_ONE = {language: re.compile(rf"(.+?) (?:{of})(?:{_ONE})") for language, of in _OF.items()}
_ONE_BEFORE = re.compile(rf"(?:{_ONE}) (.+)")
_PLANNED = re.compile(
    r"(?:(?:planned|scheduled|proposed|estimated|approx(?:imate)?|delivery|release|start) )*(.+?)"
    r"(?: (?:of delivery|planned|scheduled|de (?:la )?(?:entrega|inyeccion)|(?:de|del) envio|d envoi|de (?:livraison|"
    r"diffusion)|previst[ao]|programad[ao]|estimad[ao]|aproximad[ao]|planificad[ao]|planejad[ao]|prevue?s?|estimee?|"
    r"planifiee?|locale?))*"
)
_PLAYERS = re.compile(
    r"(.+?) (?:of |by |from |de |del |dos |das |do |da |des |du )?(?:the |l[ao]s )?(?:players?|participants?|teams?|"
    r"jugador[ae]s|jogador[ae]s|participantes|equipos?|equipes?|joueurs|joueuses|participantes?)"
)
_EXPECTED_OF = re.compile(
    r"((?:expected|anticipated|desired) (?:outcomes?|results?|responses?|actions?)) (?:of|from|by) .+"
)
_MOMENT, _EXPECTED = frozenset({"at", "date"}), frozenset({"expected"})


def cores(said: str) -> Iterator[tuple[str, Collection[str], str]]:
    """Give what is left of a header without such words, what field it may be then, and the language of those words.

    Where no field is named it may be any; where no language is, it is not sure.
    """
    for language, pattern in _OF_ONE.items():
        # Beside another name of one it names nothing: “Evento / Inyección”.
        if (found := pattern.fullmatch(said)) and found[1] not in _NAMES:
            yield found[1], (), "" if language == "en" else language
    if (found := _ONE_BEFORE.fullmatch(said)) and found[1] not in _NAMES:
        yield found[1], (), ""
    for pattern, fields in ((_PLANNED, _MOMENT), (_PLAYERS, _EXPECTED), (_EXPECTED_OF, _EXPECTED)):
        if found := pattern.fullmatch(said):
            yield found[1], fields, ""
