"""The channel of an inject from the words by which lists say how it comes."""

import re
from typing import get_args

from injects.inject import Channel

CHANNELS: tuple[str, ...] = get_args(Channel)
# In this order: a "phone call from the press" is a call.
_WORDS = (
    ("email", r"e-?mails?|correos?|courriels?|mails?|inbox"),
    ("phone", r"phone|telephone|tel[eé]fono|telefone|t[eé]l[eé]phone|calls?|llamadas?|liga[cç][aã]o|chamada|appel|"
              r"radio|voice|voicemail|verbal"),
    ("sms", r"sms|text messages?|texto|torpedo"),
    ("chat", r"chats?|whats ?app|telegram|signal|slack|teams|im|instant messag\w+|mensajer[ií]a|messagerie"),
    ("siem", r"siem|alerts?|alertas?|alertes?|tickets?|ids|edr|logs?|soc|splunk|misp|wazuh|suricata"),
    ("social", r"social|twitter|facebook|instagram|tiktok|redes|r[eé]seaux|tweets?|posts?|linkedin|x"),
    ("news", r"news|press|prensa|imprensa|presse|tv|television|newspapers?|noticias?|not[ií]cias?|journal|media|medios|"
             r"m[ií]dia|broadcast news|article|video|vnn"),
    ("minister", r"minist\w+"),
    ("regulator", r"regula\w+|r[eé]gulat\w+"),
    ("citizen", r"citizens?|ciudadan\w+|cidad[aã]\w*|citoyen\w*|public|p[uú]blico|hotline"),
    ("letter", r"letters?|carta|of[ií]cio|lettre|fax|memo|memorandum|postal"),
    ("broadcast", r"broadcast|announcement|anuncio|an[uú]ncio|annonce|megafon\w+"),
    ("document", r"documents?|documentos?|handouts?|paper|papel|papier|report|informe|relat[oó]rio|rapport|pdf|file|"
                 r"in[- ]person|en persona|presencial|face[- ]to[- ]face"),
)  # fmt: skip
_PATTERNS = [(channel, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)) for channel, words in _WORDS]


def channel_of(words: str) -> str | None:
    """Give the channel that words mean, ``None`` where they mean none that we know."""
    exact = words.strip().casefold()
    if exact in CHANNELS:
        return exact
    return next((channel for channel, pattern in _PATTERNS if pattern.search(words)), None)
