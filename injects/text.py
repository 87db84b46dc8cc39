"""Words in several languages: one string for everybody, or one per language."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field, RootModel, model_validator


class Text(RootModel[Annotated[dict[str, str], Field(min_length=1)]]):
    """Hold a text per language; the key ``""`` means the same in every language.

    Source: scenario-format.md, *Text*.
    """

    model_config = {"frozen": True}

    @model_validator(mode="before")
    @classmethod
    def _accept_plain_string(cls, given: Any) -> Any:
        return {"": given} if isinstance(given, str) else given

    @property
    def languages(self) -> frozenset[str]:
        """Name the languages the text is written in; empty where one string serves all."""
        return frozenset(self.root) - {""}

    def say(self, language: str, order: Sequence[str]) -> str:
        """Give the words in *language*, else in the first language of *order* that is there."""
        if "" in self.root:
            return self.root[""]
        return next((self.root[code] for code in (language, *order) if code in self.root), "")

    def every(self) -> Mapping[str, str]:
        """Give all words by language."""
        return self.root
