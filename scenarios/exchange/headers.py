"""Which column of a MSEL says what: the headers that the field uses, in four languages.

Sources: the column names of HSEEP, MITRE's Cyber Exercise Playbook, Blueprint, OpenAEV, Conducttr, PreparedEx and
Cadence; the Spanish, Portuguese and French ones are ours.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LANGUAGES = ("en", "es", "pt", "fr")
# By field and language; what stands first is preferred where two columns could be the same field.
_NAMES: dict[str, tuple[str, str, str, str]] = {
    "id": (
        "inject number|event number|control number|msel number|msel #|inject #|event #|inject no|event no|inject id|"
        "event id|number|no|#|id|seq no|sequence|sequence number|serial number|serial no|item|item no|inject n|ref|"
        "reference",
        "numero|numero de inyeccion|numero de evento|numero de control|n de evento|n de inyeccion|secuencia|codigo",
        "numero|numero da injecao|numero do evento|numero do inject|n do evento|sequencia|codigo",
        "numero|numero d injection|numero d evenement|n d evenement|numero d inject|sequence|reference",
    ),
    "title": (
        "title|subject|inject title|event title|event name|inject name|event|inject|name|headline",
        "titulo|asunto|evento|inyeccion|inyecto|nombre",
        "titulo|assunto|evento|injecao|insercao|nome",
        "titre|objet|sujet|evenement|injection|intitule|nom",
    ),
    "at": (
        "delivery time|time delivered|date time delivered|date time|scheduled time|scheduled|planned time|inject time|"
        "event time|local time|time|dtg|date time group|timeline|t +|offset|start time|exercise time|when|"
        "scheduled date time|time of delivery",
        "hora de entrega|hora|hora local|fecha y hora|hora programada|cuando|tiempo|linea de tiempo",
        "hora de entrega|hora|horario|hora local|data e hora|data hora|hora programada|quando|tempo|linha do tempo",
        "heure d envoi|heure|heure locale|date et heure|date heure|heure prevue|quand|horaire|chronologie",
    ),
    "date": (
        "date|scheduled date|delivery date|planned date|day|exercise day|inject date",
        "fecha|fecha de entrega|dia",
        "data|data de entrega|dia",
        "date|date d envoi|jour",
    ),
    "story_time": (
        "simulated time|scenario time|story time|designated scenario time|storytime|scenario date|scenario day|"
        "simulated date|scenario date time",
        "hora ficticia|hora simulada|hora del escenario|tiempo del escenario|dia ficticio",
        "hora ficticia|hora simulada|hora do cenario|tempo do cenario|dia ficticio",
        "heure du scenario|heure fictive|heure simulee|jour du scenario",
    ),
    "phase": (
        "phase|move|module|serial|tab|stage|act|day phase",
        "fase|modulo|etapa|movimiento",
        "fase|modulo|etapa|movimento",
        "phase|module|etape|mouvement",
    ),
    "kind": (
        "event type|inject type|type|category|inject category|event category",
        "tipo|tipo de evento|tipo de inyeccion|categoria",
        "tipo|tipo de evento|tipo de injecao|categoria",
        "type|type d evenement|type d injection|categorie",
    ),
    "channel": (
        "delivery method|method|inject mode|means|source type|channel|mode|medium|method of delivery|media|delivery",
        "canal|medio|metodo|metodo de entrega|modo|via",
        "canal|meio|metodo|metodo de entrega|modo|via",
        "canal|moyen|methode|mode|mode d envoi|vecteur",
    ),
    "from": (
        "from|source|originator|sender|from org|from organization|originator from|inject source",
        "de|remitente|origen|fuente|emisor",
        "de|remetente|origem|fonte|emissor",
        "de|expediteur|source|origine|emetteur|emettrice",
    ),
    "to": (
        "to|recipient|recipients|target|targets|teams|team|to org|to organization|recipient to|audience|player|players|"
        "receiver|receiving|recipient player|seat",
        "para|destinatario|destinataria|destinatarios|equipo|equipos|audiencia|dirigido a|objetivo del inyecto",
        "para|destinatario|destinataria|destinatarios|equipe|equipes|publico|dirigido a",
        "a|pour|destinataire|destinataires|equipe|equipes|cible",
    ),
    "body": (
        "message|content|details|description|inject description|event description|script|inject text|text|body|"
        "inject message|scenario event|details of inject",
        "mensaje|contenido|descripcion|detalle|detalles|guion|texto",
        "mensagem|conteudo|descricao|detalhe|detalhes|roteiro|texto",
        "message|contenu|description|detail|details|texte|corps",
    ),
    "expected": (
        "expected action|expected actions|expected response|expected responses|expected outcome|expected outcomes|"
        "expected participant response|expected player action|expected player actions|expected player response|"
        "expected result|expected results|action to be taken|anticipated response|anticipated action|"
        "expectation description|expected participant actions",
        "accion esperada|acciones esperadas|respuesta esperada|resultado esperado|resultados esperados",
        "acao esperada|acoes esperadas|resposta esperada|resultado esperado|resultados esperados",
        "action attendue|actions attendues|reponse attendue|resultat attendu|resultats attendus|reaction attendue",
    ),
    "objective": (
        "exercise objective|objective|objectives|exercise objectives|capability|capabilities|core capability",
        "objetivo|objetivos|capacidad|capacidades",
        "objetivo|objetivos|capacidade|capacidades",
        "objectif|objectifs|capacite|capacites",
    ),
    "criteria": (
        "measure of performance|expectation name|criteria|criterion|measures of performance|evaluation criteria|"
        "evaluation criterion|criterion points|criteria points",
        "criterio|criterios|criterio de evaluacion|criterio puntos",
        "criterio|criterios|criterio de avaliacao|criterio pontos",
        "critere|criteres|critere d evaluation|critere points",
    ),
    "points": ("points|expectation score|score|points possible", "puntos|puntaje", "pontos|pontuacao", "points|score"),
    "owner": (
        "assigned to|responsible controller|poc|author|owner|controller|responsible|responsible party|"
        "point of contact|responsible person|delivered by",
        "responsable|encargada|encargado|autora|autor|controladora|controlador|asignado a",
        "responsavel|encarregada|encarregado|autora|autor|controladora|controlador|atribuido a",
        "responsable|autrice|auteur|animatrice|animateur|attribue a|controleur",
    ),
    "status": (
        "status|done to do|inject status|event status|state",
        "estado|situacion|estatus",
        "estado|situacao|status",
        "statut|etat",
    ),
    "note": (
        "notes|comments|remarks|note|comment|assumptions|additional notes|controller notes|notes remarks",
        "notas|comentarios|observaciones|nota|supuestos",
        "notas|comentarios|observacoes|nota|premissas",
        "notes|commentaires|remarques|observations|hypotheses",
    ),
    "plain": ("plain|plain language", "lenguaje claro|lectura facil", "linguagem simples", "langage clair"),
    "priority": ("priority", "prioridad", "prioridade", "priorite"),
}
_TEXTS = {"title", "body", "expected", "note", "owner", "plain", "from"}
# Parts of a field that several columns may say together.
JOINED = {"body", "note", "expected"}
_LONGEST = 100  # no header is longer
_LANGUAGE = re.compile(r"[\[(]\s*([A-Za-z]{2}(?:-[A-Za-z]{2})?)\s*[\])]\s*$")


def _normal(header: str) -> str:
    bare = unicodedata.normalize("NFKD", header.replace("°", "o").replace("#", " # ").replace("+", " + "))
    kept = "".join(one for one in bare if not unicodedata.combining(one)).casefold()
    return " ".join(re.sub(r"[^\w#+]|_", " ", kept).split())


def _found() -> dict[str, tuple[str, int, frozenset[str]]]:
    found: dict[str, tuple[str, int, frozenset[str]]] = {}
    for field, names in _NAMES.items():
        for language, written in zip(LANGUAGES, names, strict=True):
            for rank, name in enumerate(written.split("|")):
                _field, best, languages = found.get(name, (field, rank, frozenset()))
                found[name] = field, min(best, rank), languages | {language}
    # The number sign as people write it: "N.º", "Nº", "No.", "N°", "Nr".
    for sign in ("n o", "no", "n", "nr", "num"):
        found[sign] = "id", 7, frozenset(LANGUAGES)
    return found


_KNOWN = _found()


@dataclass(frozen=True)
class Header:
    """One column: its place from 0, the words above it, and the field, where it is known, in a language."""

    place: int
    words: str
    field: str | None = None
    rank: int = 0
    languages: frozenset[str] = frozenset()
    text_language: str = ""


def read_header(place: int, words: str) -> Header:
    """Understand one header: capital letters, accents and what is in parentheses make no difference."""
    if len(words) > _LONGEST:
        return Header(place, words)
    said = _LANGUAGE.search(words)
    bare = words[: said.start()] if said else words
    for candidate in (bare, re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", bare)):
        if found := _KNOWN.get(_normal(candidate)):
            field, rank, languages = found
            language = said[1].lower() if said and field in _TEXTS else ""
            return Header(place, words, field, rank, languages, language)
    return Header(place, words)


def map_columns(row: Sequence[str]) -> list[Header]:
    """Give every column of a header row that has words; where two could be one field, the better one is."""
    headers = [read_header(place, words) for place, words in enumerate(row) if words]
    best: dict[tuple[str, str], Header] = {}
    for header in headers:
        if header.field and header.field not in JOINED:
            key = header.field, header.text_language
            best[key] = min(best.get(key, header), header, key=lambda one: (one.rank, one.place))
    return [_settled(header, best) for header in headers]


def _settled(header: Header, best: Mapping[tuple[str, str], Header]) -> Header:
    if header.field in JOINED or best.get((header.field or "", header.text_language)) is header:
        return header
    return Header(header.place, header.words, None, header.rank, header.languages)


def weigh(headers: Sequence[Header]) -> int:
    """Say how much a row looks like the header of a MSEL: its known fields, 0 where it cannot be one."""
    fields = {header.field for header in headers if header.field}
    says = fields & {"title", "body"}
    return len(fields) if says and len(fields) > 1 else 0


def language_of(headers: Sequence[Header]) -> str:
    """Give the language that most headers are in, English where two are alike."""
    return max(LANGUAGES, key=lambda language: sum(language in header.languages for header in headers))
