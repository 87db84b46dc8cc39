"""What each finding of a document or a file says, with what to do about it."""

from scenarios.finding import Finding
from web.words import N_, say
from web.words.call_findings import CALL_FINDINGS
from web.words.exchange_findings import EXCHANGE_FINDINGS
from web.words.rules_findings import RULES_FINDINGS
from web.words.selection import SELECTION_FINDINGS

NEAREST = N_("Did you mean “%(nearest)s”?")
# The file, the folder or the archive; YAML
_FILES = {
    "file_missing": N_("There is no such file. Check the path."),
    "file_unreadable": N_("The file cannot be read (%(reason)s). Check its permissions."),
    "file_too_large": N_("The file has %(bytes)s bytes; at most %(most)s are read. Shorten it."),
    "no_scenario": N_("There is no scenario.yaml in it. Put it at the top of the folder or archive."),
    "package_broken": N_("The archive cannot be opened (%(reason)s). Pack it again as an ordinary .zip."),
    "package_too_many_entries": N_(
        "The archive holds %(entries)s files; at most %(most)s are allowed. Leave some out."
    ),
    "package_too_large": N_("Unpacked it is %(bytes)s bytes; at most %(most)s are allowed. Make the files smaller."),
    "package_bad_path": N_("“%(entry)s” leads out of the archive. Pack it again with plain relative paths."),
    "package_symlink": N_("“%(entry)s” is a symbolic link. Put the file itself there."),
    "package_duplicate_entry": N_("“%(entry)s” is in the archive twice. Keep one."),
    "wrong_encoding": N_("The file is written in %(encoding)s. Save it as UTF-8."),
    "not_utf8": N_("The byte %(byte)s is not UTF-8. Save the file as UTF-8."),
    "control_character": N_("There is an invisible control character here (%(character)s). Delete it."),
    "yaml_syntax": N_("This is not valid YAML: %(problem)s. Look at indents, colons and quotes here and just before."),
    "tag": N_("YAML tags such as %(tag)s are not read. Write the plain value."),
    "duplicate_key": N_("The key “%(key)s” is here twice. Keep one."),
    "key_not_text": N_("The key %(value)s is not text. Put it into quotes."),
    "unknown_anchor": N_("There is no anchor “%(anchor)s” above this line. Define it with & first."),
    "anchor_circle": N_("The anchor “%(anchor)s” contains itself. Write the value out."),
    "too_deep": N_("This is nested more than %(most)s levels deep. Make it flatter."),
    "too_many_nodes": N_("The document unfolds to more than %(most)s values. Use fewer aliases."),
    "too_much_text": N_("The texts of the document unfold to more than %(most)s characters. Use fewer aliases."),
    "several_documents": N_("A second document begins here. Keep one per file."),
    "empty_document": N_("There is nothing in this document. Write it, or choose another file."),
}
_SHAPES = {
    "missing_key": N_("“%(key)s” is missing. Add it."),
    "unknown_key": N_("“%(key)s” is not a key that is known here. Correct or remove it."),
    "merge_key": N_(
        "Keys are not merged here: “<<” is not read. Write out the keys that are meant; "
        "a star may stand for a whole value."
    ),
    "no_value": N_("Nothing stands here. Write a value, or take out the key."),
    "not_text": N_("%(value)s is not text. Put it into quotes."),
    "not_integer": N_("%(value)s is not a whole number. Write one such as 5."),
    "not_boolean": N_("%(value)s is neither true nor false. Write one of the two."),
    "not_list": N_("%(value)s is not a list. Write it in square brackets, or one per line after a dash."),
    "not_mapping": N_("%(value)s is not a set of keys and values. Write “key: value” lines."),
    "bad_id": N_("“%(value)s” cannot be an id. Use letters, digits, hyphens and underscores only."),
    "bad_flag_name": N_("“%(value)s” cannot be a flag. Use small letters, digits and underscores, a letter first."),
    "reserved_flag_name": N_("“%(value)s” has a meaning in conditions. Choose another name for the flag."),
    "bad_language": N_("“%(value)s” is not a language code. Write one such as es, pt, en or fr."),
    "bad_duration": N_("“%(value)s” is not a length of time. Write it like 90s, 10m or 1h30m."),
    "too_small": N_("%(value)s is too small. Write at least %(least)s."),
    "too_large": N_("%(value)s is too large. Write at most %(most)s."),
    "too_few": N_("“%(key)s” holds too little. It needs at least %(least)s."),
    "too_many": N_("“%(key)s” holds %(count)s entries; at most %(most)s are read. Make two documents of it."),
    "empty_list": N_("The list “%(key)s” is empty, as if it were not there. Fill it, or remove the key."),
    "empty_key": N_("Nothing stands here, as if the key were not there. Write a value, or remove the key."),
    "hidden_character": N_(
        "Among these words is an invisible character (%(character)s). Delete it. "
        "In double quotes a backslash is written twice."
    ),
    "unknown_format": N_("Format %(value)s is not known to this version. Write format: 1."),
    "unknown_channel": N_("“%(value)s” is not a channel. Choose one from the list in the scenario format."),
    "unknown_priority": N_("“%(value)s” is not a priority. Write must, should or could."),
    "unknown_kind": N_("“%(value)s” is not a kind that is known here. Choose one from the description of the format."),
}
_NAMES = {
    "named_twice": N_("“%(value)s” is in this list twice. Keep one, or write the other that is meant."),
    "duplicate_id": N_("“%(id)s” is here twice. Give each its own id."),
    "unknown_seat": N_("There is no seat “%(value)s”. Define it under seats, or correct the name."),
    "unknown_character": N_("There is no character “%(value)s”. Define her under characters, or correct the name."),
    "unknown_criterion": N_("There is no criterion “%(value)s”. Define it in the rubric, or correct the name."),
    "unknown_objective": N_("There is no objective “%(value)s”. Define it under objectives, or correct the name."),
    "unknown_flag": N_("There is no flag “%(value)s”. Define it under flags, or correct the name."),
    "unknown_inject": N_("There is no inject “%(value)s”. Correct the id."),
    "unknown_option": N_("Inject %(inject)s has no option “%(value)s”. Correct the id."),
    "unknown_phase": N_("There is no phase “%(value)s”. Define it under phases, or correct the name."),
    "unknown_level": N_("“%(value)s” is not a level of the rubric. Use one of its levels."),
    "unknown_language": N_(
        "The document does not declare the language “%(value)s”. Add it to languages, or remove it."
    ),
    "wrong_language": N_("No text is in “%(value)s”. Write the code that the texts have."),
}
_CONDITIONS = {
    "condition_empty": N_("The condition is empty (column %(column)s). Write one, or remove the key."),
    "condition_too_long": N_(
        "The condition has %(characters)s characters at column %(column)s; at most %(most)s are read. Shorten it."
    ),
    "condition_too_deep": N_("More than %(most)s brackets inside each other (column %(column)s). Make it simpler."),
    "condition_bad_character": N_(
        "“%(character)s” has no meaning in a condition (column %(column)s). Remove it, or write words."
    ),
    "condition_quote_open": N_("The quotation mark at column %(column)s is never closed. Close it."),
    "condition_unexpected": N_("At column %(column)s, %(expected)s should stand, not %(found)s. Correct it."),
    "condition_bad_flag": N_("“%(value)s” at column %(column)s cannot be a flag. Use small letters and underscores."),
    "condition_bad_id": N_("“%(value)s” at column %(column)s cannot be an id. Use letters, digits and hyphens."),
    "condition_unknown_function": N_("There is no function “%(function)s” (column %(column)s). Correct its name."),
}
_TIMES = {
    "no_time": N_("This inject has no time. Write at, after or manual."),
    "several_times": N_("This inject has several times (%(keys)s). Keep one."),
    "after_circle": N_("These injects wait for each other: %(circle)s. Give one of them a time of its own."),
    "at_past_end": N_("%(at)s is not before the drill's end at %(duration)s. Move it, or make the drill longer."),
    "after_past_end": N_(
        "Even where teams answer at once this comes at %(at)s, and the drill ends at %(duration)s. "
        "Shorten the delay, or make the drill longer."
    ),
    "due_past_end": N_("Its deadline, %(end)s, is after the end at %(duration)s. Move it, or shorten due."),
    "target_past_due": N_("The target, %(target)s, is after the deadline, %(due)s. Make it earlier."),
    "bad_story_start": N_("“%(value)s” is not a story time with its zone. Write it like 2031-03-03T06:30-06:00."),
    "bad_story_time": N_("“%(value)s” is not a story time. Write it as the scenario format shows."),
}
_ASKS = {
    "no_time_to_answer": N_("In no time nobody can answer. Write how long a team has, for example due: 10m."),
    "missing_due": N_("This question has no deadline. Add due, for example due: 10m."),
    "missing_options": N_("A question of kind %(kind)s needs options. Add them."),
    "missing_fields": N_("A question of kind %(kind)s needs fields. Add them."),
    "missing_columns": N_("A field of kind %(kind)s needs columns. Add them."),
    "missing_criteria": N_("A %(kind)s is rated only on criteria, and none is named. Add criteria."),
    "missing_anchor": N_("The criterion does not say what level “%(level)s” looks like. Add its words."),
    "options_not_allowed": N_("A %(kind)s has no options. Remove them, or change its kind."),
    "fields_not_allowed": N_("A %(kind)s has no fields. Remove them, or change its kind."),
    "columns_not_allowed": N_("A %(kind)s has no columns. Remove them, or change its kind."),
    "rationale_not_allowed": N_("A %(kind)s has no rationale. Remove it, or change its kind."),
    "option_count": N_("There are %(count)s options; a choice has %(least)s to %(most)s. Add or remove some."),
    "value_out_of_range": N_("The value %(value)s is outside %(least)s to %(most)s. Choose one inside."),
    "weights_sum_to_zero": N_("All weights here are zero, so nothing could be scored. Give one of them weight."),
    "unequal_paths": N_(
        "A team can meet %(lightest)s points of weight (%(light_path)s) or %(heaviest)s (%(heavy_path)s). "
        "Make all ways equally heavy."
    ),
    "plain_too_long": N_("The plain text (%(language)s) has %(characters)s characters; shorten it to %(most)s."),
    "bad_file_name": N_("“%(file)s” cannot be the name of an attachment. Use a plain path inside files/."),
    "unknown_file_type": N_("“%(file)s” is of a type that is not shown. Use one of: %(types)s."),
    "missing_attachment": N_("“%(file)s” is not in files/. Add it, or correct the name."),
    "attachment_too_large": N_("“%(file)s” has %(bytes)s bytes; at most %(most)s are allowed. Make it smaller."),
    "missing_alt": N_("“%(file)s” is a picture without words for who cannot see it. Add alt."),
    "missing_transcript": N_("“%(file)s” is a sound without words for who cannot hear it. Add transcript."),
}
_DOUBTS = {
    "flag_never_set": N_("The flag “%(flag)s” is read but nothing ever sets it. Set it, or drop the condition."),
    "flag_never_read": N_("The flag “%(flag)s” is set but nothing ever reads it. Read it, or drop it."),
    "unreachable_inject": N_("No team can ever get inject %(inject)s. Loosen its condition, or remove it."),
    "paths_sampled": N_("Of %(combinations)s ways through the scenario only %(sampled)s were looked at. Simplify it."),
    "nothing_scored": N_("The scenario is rated, but nothing in it scores. Add criteria, or write rated: false."),
    "weight_unused": N_("This weight changes nothing, since nothing here is scored. Remove it."),
    "criteria_unused": N_("These criteria are never rated, since no words are asked here. Remove them."),
    "language_form": N_("“%(value)s” is not how this language's code is usually written. Write it everywhere alike."),
    "language_unused": N_("No text is in “%(value)s”, and “%(other)s” is here already. Translate them, or remove it."),
    "missing_language": N_("This text is missing in: %(languages)s. Translate it."),
    "lengths_differ": N_(
        "%(shorter)s has %(shorter_words)s words, %(longer)s has %(longer_words)s: not the same time to read. "
        "Make them alike."
    ),
    "seat_without_inject": N_("Nothing is ever for the seat “%(seat)s”. Address an inject to it, or drop it."),
    "too_many_open": N_("“%(seat)s” has %(count)s questions open at once; %(most)s are enough. Spread them."),
    "too_close": N_("“%(seat)s” gets this only %(seconds)s seconds after inject %(inject)s. Leave more time."),
    "real_email": N_("“%(value)s” could be somebody's real address. Use one that ends in .example."),
    "real_url": N_("“%(value)s” could be a real site. Use one that ends in .example."),
    "real_phone": N_("“%(value)s” could be somebody's real number. Use one that nobody can dial."),
    "real_ip": N_("“%(value)s” could be a real address. Use one from 192.0.2.0/24 or 2001:db8::/32."),
}
FINDINGS = {
    **_FILES, **_SHAPES, **_NAMES, **_CONDITIONS, **_TIMES, **_ASKS, **_DOUBTS, **RULES_FINDINGS, **CALL_FINDINGS,
    **SELECTION_FINDINGS, **EXCHANGE_FINDINGS,
}  # fmt: skip


def words_of_finding(finding: Finding, language: str) -> str:
    """Say in a language what is wrong and what to do, with the nearest right word where there is one."""
    said = say(language, FINDINGS[finding.code], **finding.parameters)
    nearest = finding.parameters.get("nearest")
    return f"{said} {say(language, NEAREST, nearest=nearest)}" if nearest else said
