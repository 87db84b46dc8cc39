"""What a reader of a PDF gets, read from the file itself: the words of each page, its outline, its language.

It knows only what our own renderer writes: streams packed with zlib, fonts with a table from glyphs to letters.
"""

import re
import zlib

OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"\nstream\n(.*)\nendstream", re.DOTALL)
LETTERS = re.compile(rb"<([0-9a-f]+)> <([0-9a-f]*)>")
SHOWN = re.compile(rb"/(\S+) \S+ Tf|\[(.*?)\] TJ|\bET\b", re.DOTALL)


class Pdf:
    """One PDF, taken apart."""

    def __init__(self, content):
        self.objects = dict(self._objects(content))
        [self.catalog] = self._kind(b"/Catalog")
        fonts = next(one for one in self.objects.values() if re.match(rb"<<(/[\w-]+ \d+ 0 R\s*)+>>$", one) and
                     all(b"/ToUnicode" in self.objects[int(n)] for n in re.findall(rb" (\d+) 0 R", one)))  # fmt: skip
        self.letters = {name: self._table(int(n)) for name, n in re.findall(rb"/(\S+) (\d+) 0 R", fonts)}

    def _objects(self, content):
        for number, body in OBJECT.findall(content):
            yield int(number), body
            if b"/Type /ObjStm" in body:
                unpacked, first = self._unpack(body), int(re.search(rb"/First (\d+)", body)[1])
                places = [int(n) for n in unpacked[:first].split()]
                pairs = list(zip(places[::2], places[1::2], strict=True))
                ends = [place for _n, place in pairs[1:]] + [len(unpacked) - first]
                for (inner, begin), end in zip(pairs, ends, strict=True):
                    yield inner, unpacked[first + begin : first + end].strip()

    @staticmethod
    def _unpack(body):
        return zlib.decompress(STREAM.search(body)[1])

    def _kind(self, kind):
        return [body for body in self.objects.values() if re.search(rb"/Type " + kind + rb"\b", body)]

    def _table(self, font):
        number = int(re.search(rb"/ToUnicode (\d+) 0 R", self.objects[font])[1])
        table = self._unpack(self.objects[number])
        return {glyph: bytes.fromhex(told.decode()).decode("utf-16-be") for glyph, told in LETTERS.findall(table)}

    @property
    def pages(self):
        """Give the words of each page, a line for each that was laid out."""
        [tree] = self._kind(b"/Pages")
        kids = re.search(rb"/Kids \[(.*?)\]", tree, re.DOTALL)[1]
        return [self._page(self.objects[int(n)]) for n in re.findall(rb"(\d+) 0 R", kids)]

    def _page(self, page):
        content = self._unpack(self.objects[int(re.search(rb"/Contents (\d+) 0 R", page)[1])])
        told, letters = [], {}
        for font, shown in SHOWN.findall(content):
            if font:
                letters = self.letters[font]
            elif shown:
                glyphs = b"".join(re.findall(rb"<([0-9a-f]*)>", shown))
                told += [letters[glyphs[place : place + 4]] for place in range(0, len(glyphs), 4)]
            else:
                told.append("\n")
        return "".join(told)

    @property
    def words(self):
        """Give all of its words, as one line."""
        return " ".join(" ".join(self.pages).split())

    @property
    def outline(self):
        """Give the titles of its bookmarks."""
        titles = [re.search(rb"/Title (\(.*\)|<[0-9a-fA-F]+>)", body, re.DOTALL) for body in self.objects.values()
                  if b"/Dest" in body and b"/Title" in body]  # fmt: skip
        return [_string(found[1]) for found in titles if found]

    @property
    def language(self):
        """Give the language that it says it is in."""
        return re.search(rb"/Lang \((\w+)\)", self.catalog)[1].decode()

    @property
    def is_tagged(self):
        """Say whether it tells what its parts are."""
        return b"/StructTreeRoot" in self.catalog and b"/Marked true" in self.catalog


def _string(told):
    if told.startswith(b"<"):
        return bytes.fromhex(told[1:-1].decode()).decode("utf-16").lstrip("\ufeff")
    return told[1:-1].decode("latin-1")
