"""An inject as a form: every key of the format, in the order in which an author thinks of them."""

from web.editor.forms.spec import Field
from web.words import N_

_OPTION = (
    Field("id", "line", N_("Id"), N_("Letters and digits; conditions name it, for example A.")),
    Field("label", "words", N_("What the team reads")),
    Field("value", "number", N_("Value"), N_("0 is the worst level of the rubric, the highest level is the best.")),
    Field("sets", "many", N_("Sets these flags when chosen"), choices="flags"),
    Field("feedback", "paragraph", N_("Feedback"), N_("Participants read it after ENDEX.")),
)
_CHOICE = (
    Field("id", "line", N_("Id")),
    Field("label", "words", N_("What the team reads")),
)
_FORM_FIELD = (
    Field("id", "line", N_("Id")),
    Field("label", "words", N_("What the team reads")),
    Field("kind", "one", N_("Kind of field"), choices="field_kinds", default="text"),
    Field("required", "tick", N_("Must be filled in"), default=False),
    Field("max_words", "number", N_("At most this many words")),
    Field("options", "rows", N_("Options, for a choice"), fields=_CHOICE, entry=N_("Add an option")),
    Field("columns", "rows", N_("Columns, for a table"), fields=_CHOICE, entry=N_("Add a column")),
    Field("rows", "number", N_("Rows, for a table"), default=5),
)
_BENCHMARK = (
    Field("level", "one", N_("Level"), choices="levels"),
    Field("text", "paragraph", N_("Answer that earns it")),
)
_FILE = (
    Field("file", "words", N_("File"), N_("Its name below files/; png jpg webp pdf mp3 ogg csv txt.")),
    Field("alt", "words", N_("Words for who cannot see the picture")),
    Field("transcript", "paragraph", N_("Words for who cannot hear the sound")),
)
_ASK = (
    Field("kind", "one", N_("What the team is asked for"), choices="ask_kinds"),
    Field("prompt", "paragraph", N_("Question"), N_("Stands above the answer; the inject's text may be enough.")),
    Field("due", "length", N_("Time to answer"), N_("From delivery; write 90s, 6m or 1h30m.")),
    Field("target", "length", N_("Full credit until"), N_("A third of the time to answer, unless you state it.")),
    Field("weight", "number", N_("Weight"), N_("How much it counts beside the others; all ways must weigh the same."),
          default=1),
    Field("criteria", "many", N_("Rated on"), choices="criteria"),
    Field("options", "rows", N_("Options"), N_("Two to twelve. A choice that sets a flag is final."), fields=_OPTION,
          only="choice choices", entry=N_("Add an option")),
    Field("shuffle", "tick", N_("Each team sees the options in an order of its own"), default=True,
          only="choice choices"),
    Field("rationale", "tick", N_("Ask also why, in words"), default=False, only="choice choices"),
    Field("fields", "rows", N_("Fields of the form"), fields=_FORM_FIELD, only="form", entry=N_("Add a field")),
    Field("max_words", "number", N_("At most this many words"), only="text choice choices"),
    Field("approve", "one", N_("Who approves before it is sent"),
          N_("After three minutes of her silence any member may send it."), choices="seats"),
    Field("autosubmit", "tick", N_("The latest draft goes in at the deadline"), default=True),
    Field("benchmarks", "rows", N_("Model answers"), N_("Evaluators learn the levels from them."), fields=_BENCHMARK,
          entry=N_("Add a model answer")),
)  # fmt: skip
_AFTER = (
    Field("inject", "one", N_("After what became of"), choices="injects"),
    Field("delay", "length", N_("With a delay of"), default=0),
)
WHEN = (
    Field("at", "length", N_("At a time of the drill"), N_("From STARTEX; write 90s, 9m or 1h30m.")),
    Field("after", "group", N_("After another inject"), fields=_AFTER),
    Field("manual", "tick", N_("By hand: a facilitator sends it"), default=False),
)
INJECT = (
    Field("id", "line", N_("Id"), N_("Other injects name it in their conditions; they follow when you change it.")),
    Field("title", "words", N_("Title")),
    *WHEN,
    Field("if", "condition", N_("Only if"), N_("Read when its time comes, for each team by itself.")),
    Field("channel", "one", N_("Channel"), choices="channels", default="email"),
    Field("from", "sender", N_("From"), choices="characters"),
    Field("to", "many", N_("To"), N_("Nobody chosen: the whole team."), choices="seats"),
    Field("phase", "one", N_("Phase"), choices="phases"),
    Field("priority", "one", N_("Priority"), N_("Must is never left out when time runs short."), choices="priorities",
          default="should"),
    Field("body", "paragraph", N_("Text"), N_("Markdown: **bold**, - lists, > quotations.")),
    Field("plain", "paragraph", N_("The same in plain words"), N_("At most 600 characters.")),
    Field("script", "paragraph", N_("What to say on the telephone")),
    Field("story_time", "line", N_("Story time"), N_("+2d, +3h or +20m from the story's clock, or an instant.")),
    Field("ask", "group", N_("Question to the team"), fields=_ASK),
    Field("files", "rows", N_("Files"), fields=_FILE, entry=N_("Add a file")),
    Field("expected", "says", N_("What a good team does"),
          N_("Facilitators and evaluators read it; teams after ENDEX."), entry=N_("Add a line")),
    Field("sets", "many", N_("Sets these flags on delivery"), choices="flags"),
    Field("optional", "tick", N_("A team may decline it without loss"), default=False),
    Field("note", "paragraph", N_("Note for facilitators")),
    Field("owner", "words", N_("Who looks after it")),
)  # fmt: skip
