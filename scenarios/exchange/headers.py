"""Which column of a MSEL says what: the headers that the field uses, in four languages.

Sources: the column names of HSEEP, MITRE's Cyber Exercise Playbook, Blueprint, OpenAEV, Conducttr, PreparedEx and
Cadence; the Spanish, Portuguese and French ones are ours.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scenarios.exchange.header_core import cores

LANGUAGES = ("en", "es", "pt", "fr")
# By field and language; what stands first is preferred where two columns could be the same field.
_NAMES: dict[str, tuple[str, str, str, str]] = {
    "id": (
        "inject number|event number|control number|msel number|msel #|inject #|event #|inject no|event no|inject id|"
        "event id|number|no|#|id|seq no|sequence|sequence number|serial number|serial no|item|item no|inject n|ref|"
        "reference|msel no|item #",
        "numero|numero de inyeccion|numero de evento|numero de control|numero de inject|secuencia|codigo",
        "numero|numero da injecao|numero do evento|numero do inject|sequencia|codigo",
        "numero|numero d injection|numero d evenement|numero d inject|sequence|reference",
    ),
    "title": (
        "title|subject|inject title|event title|event name|inject name|event|inject|name|headline",
        "titulo|asunto|evento|inyeccion|inyecto|nombre|titulo del evento|titulo del inject|titulo del inyecto|"
        "nombre del evento",
        "titulo|assunto|evento|injecao|insercao|nome|titulo do evento|titulo do inject|titulo da injecao",
        "titre|objet|sujet|evenement|injection|intitule|nom|titre de l evenement|titre de l injection",
    ),
    "at": (
        "delivery time|time delivered|date time delivered|date time|scheduled time|scheduled|planned time|inject time|"
        "event time|local time|time|dtg|date time group|timeline|t +|offset|start time|exercise time|when|"
        "scheduled date time|time of delivery|time of inject|release time|elapsed time|time elapsed|elapsed|"
        "relative time|exercise clock|minute|minutes|min|clock time|clock|real time|time real|actual time",
        "hora de entrega|hora|hora local|fecha y hora|hora programada|cuando|tiempo|linea de tiempo|fecha hora|"
        "hora de envio|hora prevista|hora de inyeccion|hora de inicio|"
        "hora real|tiempo real|tiempo transcurrido|minuto|minutos",
        "hora de entrega|hora|horario|hora local|data e hora|data hora|hora programada|quando|tempo|linha do tempo|"
        "hora de envio|hora prevista|hora da injecao|hora de inicio|"
        "hora real|tempo real|tempo decorrido|minuto|minutos",
        "heure d envoi|heure|heure locale|date et heure|date heure|heure prevue|quand|horaire|chronologie|"
        "heure de livraison|heure d injection|heure de debut|heure reelle|temps reel|temps ecoule|minute|minutes",
    ),
    "date": (
        "date|scheduled date|delivery date|planned date|day|exercise day|inject date",
        "fecha|fecha de entrega|dia",
        "data|data de entrega|dia",
        "date|date d envoi|jour",
    ),
    "story_time": (
        "simulated time|scenario time|story time|designated scenario time|storytime|scenario date|scenario day|"
        "simulated date|scenario date time|time simulated|time in scenario|time scenario|scenario clock|simulated|"
        "sim time|game time|fictional time|fictitious time|time fictitious|time fictional|date simulated",
        "hora ficticia|hora simulada|hora del escenario|tiempo del escenario|dia ficticio|tiempo ficticio|"
        "fecha ficticia|fecha y hora ficticia|hora del juego",
        "hora ficticia|hora simulada|hora do cenario|tempo do cenario|dia ficticio|tempo ficticio|data ficticia|"
        "data e hora ficticia|hora do jogo",
        "heure du scenario|heure fictive|heure simulee|jour du scenario|temps fictif|date fictive|heure du jeu|"
        "date et heure fictives",
    ),
    "phase": (
        "phase|move|module|serial|tab|stage|act|day phase",
        "fase|modulo|etapa|movimiento",
        "fase|modulo|etapa|movimento",
        "phase|module|etape|mouvement",
    ),
    "kind": (
        "event type|inject type|type|category|inject category|event category",
        "tipo|tipo de evento|tipo de inyeccion|tipo de inject|categoria",
        "tipo|tipo de evento|tipo de injecao|tipo de inject|categoria",
        "type|type d evenement|type d injection|type d inject|categorie",
    ),
    "channel": (
        "delivery method|method|inject mode|means|source type|channel|mode|medium|method of delivery|media|delivery|"
        "delivery means|delivery mode|delivery channel|inject method|communication channel|communication method|"
        "means of communication|means of delivery",
        "canal|medio|metodo|metodo de entrega|modo|via|medio de entrega|medio de envio|canal de entrega|canal de envio|"
        "modo de entrega|forma de entrega|canal de comunicacion|medio de comunicacion|metodo de envio|forma de envio|"
        "via de entrega|via de envio",
        "canal|meio|metodo|metodo de entrega|modo|via|meio de entrega|meio de envio|canal de entrega|canal de envio|"
        "modo de entrega|forma de entrega|canal de comunicacao|meio de comunicacao|metodo de envio|forma de envio|"
        "via de entrega|via de envio",
        "canal|moyen|methode|mode|mode d envoi|vecteur|canal d envoi|moyen d envoi|mode de transmission|"
        "moyen de transmission|mode de diffusion|moyen de diffusion|canal de transmission|canal de diffusion|"
        "moyen de communication|canal de communication|mode de livraison|support",
    ),
    "from": (
        "from|source|originator|sender|from org|from organization|originator from|inject source|sent by",
        "de|remitente|origen|fuente|emisor",
        "de|remetente|origem|fonte|emissor",
        "de|expediteur|source|origine|emetteur|emettrice",
    ),
    "to": (
        "to|recipient|recipients|target|targets|teams|team|to org|to organization|recipient to|audience|player|players|"
        "receiver|receiving|recipient player|seat|target audience|training audience|target team|addressee|delivered to|"
        "sent to|addressees",
        "para|destinatario|destinataria|destinatarios|equipo|equipos|audiencia|dirigido a|objetivo del inyecto",
        "para|destinatario|destinataria|destinatarios|equipe|equipes|publico|dirigido a",
        "a|pour|destinataire|destinataires|equipe|equipes|cible",
    ),
    "body": (
        "message|content|details|description|inject description|event description|script|inject text|text|body|"
        "inject message|scenario event|details of inject|message text|message content|inject content|inject details|"
        "event details|narrative|summary|synopsis",
        "mensaje|contenido|descripcion|detalle|detalles|guion|texto|descripcion del evento|descripcion del inject|"
        "descripcion de la inyeccion|texto del mensaje|contenido del mensaje|resumen",
        "mensagem|conteudo|descricao|detalhe|detalhes|roteiro|texto|descricao do evento|descricao do inject|"
        "descricao da injecao|texto da mensagem|conteudo da mensagem|resumo",
        "message|contenu|description|detail|details|texte|corps|description de l evenement|description de l injection|"
        "texte du message|contenu du message|resume",
    ),
    "expected": (
        "expected action|expected actions|expected response|expected responses|expected outcome|expected outcomes|"
        "expected participant response|expected player action|expected player actions|expected player response|"
        "expected result|expected results|action to be taken|anticipated response|anticipated action|"
        "expectation description|expected participant actions|expected action response|expected actions responses|"
        "expected action outcome|expected player action response|anticipated player response|expected reaction|"
        "expected reactions|expected decision|expected decisions|desired outcome|desired action|anticipated outcome|"
        "anticipated actions|expected outcome response|expected outcomes responses|expected behaviour",
        "accion esperada|acciones esperadas|respuesta esperada|resultado esperado|resultados esperados|"
        "reaccion esperada|reacciones esperadas|respuestas esperadas|decision esperada|decisiones esperadas",
        "acao esperada|acoes esperadas|resposta esperada|resultado esperado|resultados esperados|reacao esperada|"
        "reacoes esperadas|respostas esperadas|decisao esperada|decisoes esperadas",
        "action attendue|actions attendues|reponse attendue|resultat attendu|resultats attendus|reaction attendue|"
        "reactions attendues|reponses attendues|decision attendue|decisions attendues|comportement attendu",
    ),
    "objective": (
        "exercise objective|objective|objectives|exercise objectives|capability|capabilities|core capability|"
        "core capabilities",
        "objetivo|objetivos|capacidad|capacidades|objetivo del ejercicio|objetivos del ejercicio",
        "objetivo|objetivos|capacidade|capacidades|objetivo do exercicio|objetivos do exercicio",
        "objectif|objectifs|capacite|capacites|objectif de l exercice|objectifs de l exercice",
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
        "responsable|encargada|encargado|autora|autor|controladora|controlador|asignado a|"
        "responsable de entrega|responsable de la entrega|responsable de envio|responsable del envio",
        "responsavel|encarregada|encarregado|autora|autor|controladora|controlador|atribuido a|"
        "responsavel pela entrega|responsavel pelo envio|responsavel da entrega",
        "responsable|autrice|auteur|animatrice|animateur|attribue a|controleur|"
        "responsable de l envoi|responsable de la transmission",
    ),
    "status": (
        "status|done to do|inject status|event status|state",
        "estado|situacion|estatus",
        "estado|situacao|status",
        "statut|etat",
    ),
    "note": (
        "notes|comments|remarks|note|comment|assumptions|additional notes|controller notes|notes remarks|"
        "facilitator notes",
        "notas|comentarios|observaciones|nota|supuestos|observacion|notas del facilitador|notas para facilitadores",
        "notas|comentarios|observacoes|nota|premissas|observacao|notas do facilitador",
        "notes|commentaires|remarques|observations|hypotheses|commentaire|remarque",
    ),
    "plain": ("plain|plain language", "lenguaje claro|lectura facil", "linguagem simples", "langage clair"),
    "priority": ("priority", "prioridad", "prioridade", "priorite"),
}
# Each may have a column for every language.
TEXTS = {"title", "body", "expected", "note", "owner", "plain", "from"}
# What a person says of a column that is to be left out; none is recognised as that.
IGNORE = "ignore"
# Parts of a field that several columns may say together.
JOINED = {"body", "note", "expected"}
LONGEST = 100  # no header is longer
_BEHIND = 100  # no name of a field is the hundredth: what is known whole comes before what is known by its core
# What stands at a header without being a word of it: its number in the list, a note at its foot, a place to break it.
_NUMBERED = re.compile(r"^\s*\(?\d{1,2}(?:[.):]|\s*[-–—])\s*")
_UNSAID = re.compile("[\u00ad\u200b-\u200d\u2060¹²³\u2070-\u2079]")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LANGUAGE = re.compile(r"[\[(]\s*([A-Za-z]{2}(?:-[A-Za-z]{2})?)\s*[\])]\s*$")


def plain(header: str) -> str:
    """Give words without what makes no difference: capital letters, accents, signs."""
    said = _UNSAID.sub("", header).replace("°", "o").replace("#", " # ").replace("+", " + ")
    bare = unicodedata.normalize("NFKD", said)
    kept = bare if bare.isascii() else "".join(one for one in bare if not unicodedata.combining(one))
    return " ".join(re.sub(r"[^\w#+]|_", " ", kept.casefold()).split())


def _found() -> dict[str, tuple[str, int, frozenset[str]]]:
    found: dict[str, tuple[str, int, frozenset[str]]] = {}
    for field, names in _NAMES.items():
        for language, written in zip(LANGUAGES, names, strict=True):
            for rank, name in enumerate(written.split("|")):
                _field, best, languages = found.get(name, (field, rank, frozenset()))
                found[name] = field, min(best, rank), languages | {language}
    # The number sign as people write it: "N.º", "Nº", "No.", "N°", "Nr".
    for sign in ("n o", "no", "n", "nr", "nro", "num"):
        found[sign] = "id", 7, frozenset(LANGUAGES)
        for what in _NUMBERED_THINGS:
            found.setdefault(f"{sign} {what}", ("id", 6, frozenset(LANGUAGES)))
    return found


_NUMBERED_THINGS = (
    "inject", "evento", "de evento", "de inyeccion", "de inject", "de inyecto", "de control", "do evento",
    "da injecao", "do inject", "d evenement", "d injection", "d inject",
)  # fmt: skip
_KNOWN = _found()


@dataclass(frozen=True)
class Header:
    """One column: its place from 0, the words above it, and the field, where it is known, in a language.

    *said_language* is the one its words name; *chosen*: a person has said what it is.
    """

    place: int
    words: str
    field: str | None = None
    rank: int = 0
    languages: frozenset[str] = frozenset()
    text_language: str = ""
    said_language: str = ""
    chosen: bool = False


def fields_known() -> tuple[str, ...]:
    """Give the fields that a column can be."""
    return tuple(_NAMES)


def read_header(place: int, words: str) -> Header:
    """Understand one header: capital letters, accents and what is in parentheses make no difference."""
    if len(words) > LONGEST:
        return Header(place, words)
    said = _LANGUAGE.search(words)
    bare, says = (words[: said.start()], said[1].lower()) if said else (words, "")
    # Brackets may stand in brackets.
    without = _IN_BRACKETS.sub(" ", _IN_BRACKETS.sub(" ", bare))
    candidates = dict.fromkeys(map(plain, (bare, without, _NUMBERED.sub("", bare), _NUMBERED.sub("", without))))
    if found := next((found for one in candidates if (found := _KNOWN.get(one) or _by_core(one))), None):
        field, rank, languages = found
        return Header(place, words, field, rank, languages, says if field in TEXTS else "", says)
    return Header(place, words, said_language=says)


def _by_core(said: str) -> tuple[str, int, frozenset[str]] | None:
    for core, fields, language in cores(said):
        if (found := _KNOWN.get(core)) and (not fields or found[0] in fields):
            field, rank, languages = found
            return field, rank + _BEHIND, languages & {language} or languages
    return None


def map_columns(row: Sequence[str]) -> list[Header]:
    """Give every column of a header row that has words; where two could be one field, the better one is."""
    return settle([read_header(place, words) for place, words in enumerate(row) if words])


def settle(headers: Sequence[Header]) -> list[Header]:
    """Let each field be one column, the best of those that could be it; what a person has chosen stays."""
    best: dict[tuple[str, str], Header] = {}
    for header in headers:
        if header.field and header.field not in JOINED:
            key = header.field, header.text_language
            best[key] = min(best.get(key, header), header, key=lambda one: (one.rank, one.place))
    return [_settled(header, best) for header in headers]


def _settled(header: Header, best: Mapping[tuple[str, str], Header]) -> Header:
    if header.chosen or header.field in JOINED or best.get((header.field or "", header.text_language)) is header:
        return header
    return replace(header, field=None, text_language="")


def weigh(headers: Sequence[Header], fewest: int = 2) -> int:
    """Say how much a row looks like the header of a MSEL: its known fields, 0 where it has not the *fewest* of them."""
    fields = {header.field for header in headers if header.field} - {IGNORE}
    says = fields & {"title", "body"}
    return len(fields) if says and len(fields) >= fewest else 0


def language_of(headers: Sequence[Header]) -> str:
    """Give the language that most headers are in, English where two are alike."""
    return max(LANGUAGES, key=lambda language: sum(language in header.languages for header in headers))
