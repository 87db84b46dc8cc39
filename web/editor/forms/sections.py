"""The other parts of a scenario as forms: what it is called, who is in it, what is rated, what is asked afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass

from web.editor.forms.spec import Field
from web.words import N_

_AT = Field("at", "length", N_("Begins at"), N_("From STARTEX; write 90s, 9m or 1h30m."))
_TITLE = Field("title", "words", N_("Title"))


@dataclass(frozen=True)
class Section:
    """A page of its own: its title, what it is for, and the keys of the scenario that it edits."""

    title: str
    about: str
    fields: tuple[Field, ...]


SECTIONS: Mapping[str, Section] = {
    "basics": Section(
        N_("Title and frame"), N_("What the drill is, how long it takes, and in which languages."),
        (
            Field("title", "words", N_("Title")),
            Field("languages", "ids", N_("Languages"), N_("Codes or names with a comma between them; the first is what "
                  "a reader sees where hers is missing.")),
            Field("duration", "length", N_("Duration"), N_("From STARTEX to ENDEX.")),
            Field("rated", "tick", N_("Answers are rated"), N_("Without rating no rubric is needed."), default=True),
            Field("summary", "paragraph", N_("Summary"), N_("Participants read it before the start.")),
            Field("content_note", "paragraph", N_("What this drill is about"), N_("What could be hard for somebody.")),
            Field("story_start", "line", N_("Story begins"), N_("Like 2031-03-03T06:30-06:00.")),
            Field("id", "line", N_("Id")),
            Field("version", "line", N_("Version"), default="1"),
            Field("authors", "lines", N_("Authors"), N_("One per line.")),
            Field("licence", "line", N_("Licence")),
            Field("tags", "lines", N_("Tags"), N_("One per line.")),
            Field("sources", "lines", N_("Sources"), N_("One per line.")),
        ),
    ),
    "seats": Section(
        N_("Seats of a team"), N_("The roles in a team; the first one leads."),
        (Field("seats", "named", N_("Seats of a team"), entry=N_("Add a seat"), fields=(
            _TITLE, Field("brief", "paragraph", N_("Brief"), N_("What she looks after.")),
            Field("deputy", "tick", N_("Acts for an absent lead"), default=False))),),
    ),
    "characters": Section(
        N_("Characters"), N_("Who writes to the teams. Invent everybody."),
        (Field("characters", "named", N_("Characters"), entry=N_("Add a character"), fields=(
            Field("name", "words", N_("Name")), Field("role", "words", N_("Role")))),),
    ),
    "phases": Section(
        N_("Phases"), N_("Stretches of the timeline, for the console and the projector."),
        (Field("phases", "named", N_("Phases"), entry=N_("Add a phase"), fields=(_TITLE, _AT)),),
    ),
    "rubric": Section(
        N_("Objectives and rubric"), N_("What is judged, and in which words each level is recognised."),
        (
            Field("objectives", "named", N_("Objectives"), fields=(_TITLE,), entry=N_("Add an objective")),
            Field("rubric", "group", N_("Rubric"), fields=(
                Field("levels", "ids", N_("Levels"), N_("From the worst to the best, with a comma between them.")),
                Field("criteria", "named", N_("Criteria"), entry=N_("Add a criterion"), fields=(
                    _TITLE, Field("weight", "number", N_("Weight")),
                    Field("objective", "one", N_("Objective"), choices="objectives"),
                    Field("levels", "anchors", N_("Anchors"), N_("What a team does that has reached the level.")))),
            )),
        ),
    ),
    "flags": Section(
        N_("Flags"), N_("Facts about one team that conditions can test, for example that it has isolated a system."),
        (Field("flags", "named", N_("Flags"), N_("Small letters, digits and underscores."), entry=N_("Add a flag"),
               fields=(Field("", "words", N_("What it means")),)),),
    ),
    "replies": Section(
        N_("Replies and hotwash"), N_("Answers ready for the facilitators' desk, and the talk after ENDEX."),
        (
            Field("replies", "named", N_("Replies"), entry=N_("Add a reply"), fields=(
                _TITLE, Field("body", "paragraph", N_("Text")),
                Field("from", "sender", N_("From"), choices="characters"))),
            Field("hotwash", "says", N_("Questions after ENDEX"), entry=N_("Add a question")),
        ),
    ),
}  # fmt: skip
