"""In which of our languages texts are written, by the small words that each of them cannot do without."""

import re
from collections import Counter
from collections.abc import Iterable

# Words that the other three do not have, or hardly ever.
_SMALL = {
    "es": "el los las del y una con por se al su sus pero está están hay hasta desde muy también",
    "pt": "o os do da dos das e uma com não ao em na nas pelo pela são está seu sua mas até também",
    "en": "the of and to is are with for from has have that by at on this be will not it its",
    "fr": "le les des du et une est dans pour sur au aux qui avec ne pas par sont cette ce ces leur",
}
_LANGUAGES: dict[str, list[str]] = {}
for _language, _words in _SMALL.items():
    for _word in _words.split():
        _LANGUAGES.setdefault(_word, []).append(_language)
_WORD = re.compile(r"[^\W\d_]+")
_LEAST, _TIMES = 4, 2


def language_said(texts: Iterable[str]) -> str | None:
    """Give the language of *texts*; None where too little is said, or one is not much more likely than another."""
    counted = Counter(
        language for text in texts for word in _WORD.findall(text.casefold()) for language in _LANGUAGES.get(word, ())
    )
    (best, most), (_second, next_most) = (*counted.most_common(2), ("", 0), ("", 0))[:2]
    return best if most >= _LEAST and most >= _TIMES * next_most else None
