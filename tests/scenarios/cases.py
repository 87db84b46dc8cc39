"""For each code the smallest scenario that has it; « stands where the finding must point, and is no part of it."""

HEAD = "format: 1\nid: azul\nlanguages: [es]\ntitle: Prueba\nduration: 60m\n"
SEATS = "seats: {lead: {title: Jefa}}\n"
PLAY = f"{HEAD}{SEATS}rated: false\n"
RATED = f"{HEAD}{SEATS}"
RUBRIC = "rubric: {levels: [U, P], criteria: {C1: {title: t, weight: 1, levels: {U: u, P: p}}}}\n"
ONE = "injects: [{id: '01', at: 0, title: Aviso}]\n"
TWO = PLAY + "injects:\n- {id: '01', at: 0, title: Aviso}\n"
TEXT = "kind: text, due: 5m, criteria: [C1]"
CHOICE = "kind: choice, due: 5m, options: [{id: A, label: a, value: 1}, {id: B, label: b}]"


def inject(more: str) -> str:
    """Write a scenario to play with one inject, which says more than it must."""
    return f"{PLAY}injects:\n- {{id: '01', at: 0, title: Aviso, {more}}}\n"


def asking(ask: str) -> str:
    """Write a scenario to play with one ask."""
    return inject(f"ask: «{{{ask}}}" if "«" not in ask else f"ask: {{{ask}}}")


def rated(*asks: str, top: str = RUBRIC) -> str:
    """Write a rated scenario with asks ten minutes apart."""
    lines = [f"- {{id: '0{n}', at: {n}0m, title: Aviso, {ask}}}\n" for n, ask in enumerate(asks, start=1)]
    return f"{RATED}{top}injects:\n{''.join(lines)}"


def texts(body: str) -> str:
    """Write a scenario with one inject that says something."""
    return inject(f'body: "{body}"')


YAML = [
    ("control_character", "a: «\0"),
    ("yaml_syntax", "a: b«: c"),
    ("tag", f"{PLAY}{ONE}authors: [«!!str Ana]\n"),
    ("tag", f"{PLAY}flags: {{f: y}}\ninjects:\n- id: a\n  at: 0\n  title: t\n  sets: [f]\n  if: «!f\n"),
    ("tag", f"{PLAY}injects:\n- id: a\n  at: 0\n  title: t\n  to: «!lead\n"),
    ("tag", inject("body: «!Alert now")),
    ("duplicate_key", f"{PLAY}{ONE}«id: verde\n"),
    ("key_not_text", f"{PLAY}{ONE}reviewed: {{«1: Ana}}\n"),
    ("unknown_anchor", "a: «*b"),
    ("anchor_circle", "a: &b [«*b]"),
    ("too_deep", "[" * 40 + "«["),
    ("too_many_nodes", f"a: &a [{'1,' * 1000}]\nb: [{'*a,' * 199}«*a]"),
    ("too_much_text", f"a: &a {'x' * 444_445}\nb: [{'*a,' * 8}«*a]"),
    ("several_documents", "a: 1\n«---\nb: 2"),
    ("empty_document", "«# nothing\n"),
]
SHAPE = [
    ("not_mapping", "«[1]"),
    ("missing_key", f"«{PLAY.replace('title: Prueba', '')}{ONE}"),
    ("missing_key", f"{PLAY}injects: [«{{at: 0, title: Aviso}}]\n"),
    ("missing_key", f"«{PLAY}injects: [{{id: a, at: 0, title: t, ask: {{{TEXT}}}}}]\n"),
    ("unknown_key", f"{PLAY}«seat: 1\n{ONE}"),
    ("unknown_key", inject("«from_: La ministra")),
    ("merge_key", inject("«<<: {channel: sms}")),
    ("merge_key", f"{PLAY}injects:\n- id: a\n  «<<: {{at: 0, title: t}}\n"),
    ("merge_key", asking("kind: choice, «<<: {due: 5m}")),
    ("not_text", f"{PLAY}version: «1.0\n{ONE}"),
    ("no_value", f"{PLAY.replace('title: Prueba', 'title:«')}{ONE}"),
    ("no_value", inject("to: «~")),
    ("not_text", inject("body: {es: «[a]}")),
    ("not_text", inject("from: «5")),
    ("not_integer", asking("kind: text, due: 5m, weight: «heavy")),
    ("not_boolean", inject("optional: «no")),
    ("not_list", inject("to: «lead")),
    ("not_mapping", inject("ask: «text")),
    ("not_mapping", f"{HEAD}rated: false\nseats: «[lead]\n{ONE}"),
    ("bad_id", inject("phase: «uno dos")),
    ("bad_id", f"{PLAY}objectives: {{«uno dos: {{title: t}}}}\n{ONE}"),
    ("bad_flag_name", inject("sets: [«Isolated]")),
    ("reserved_flag_name", f"{PLAY}flags: {{«and: y}}\n{ONE}"),
    ("bad_language", f"{PLAY.replace('[es]', '[es, «español]')}{ONE}"),
    ("bad_duration", f"{PLAY.replace('60m', '«soon')}{ONE}"),
    ("bad_duration", f"{TWO}- {{id: '02', after: {{inject: '01', delay: «1w}}, title: Otro}}\n"),
    ("too_small", f"{PLAY.replace('60m', '«0')}{ONE}"),
    ("too_small", asking("kind: text, due: 5m, max_words: «0")),
    ("too_large", asking("kind: form, due: 5m, fields: [{id: a, label: a, kind: table, columns: [a], rows: «51}]")),
    ("too_few", f"{PLAY}injects: «[]\n"),
    ("too_few", f"{PLAY.replace('title: Prueba', 'title: «{}')}{ONE}"),
    ("empty_text", PLAY.replace("title: Prueba", "title: «''") + ONE),
    ("empty_text", PLAY.replace("title: Jefa", "title: «'  '") + ONE),
    ("empty_text", f"{PLAY}version: «''\n{ONE}"),
    ("empty_text", f"{PLAY}licence: «''\n{ONE}"),
    ("empty_text", f"{PLAY}authors: [Ana, «'']\n{ONE}"),
    ("empty_text", f"{PLAY}reviewed: {{es: «''}}\n{ONE}"),
    ("empty_text", f"{PLAY}injects: [{{id: a, at: 0, title: «''}}]\n"),
    ("empty_text", inject("body: {es: «' '}").replace("{es: «", "«{es: ")),
    ("empty_text", asking("kind: choice, due: 5m, options: [{id: A, label: «''}, {id: B, label: b}]")),
    ("empty_list", inject("to: «[]")),
    ("empty_list", inject("sets: «[]")),
    ("empty_list", asking(f"{CHOICE}, criteria: «[]")),
    ("empty_list", asking("kind: text, due: 5m, options: «[]")),
    ("empty_list", asking("kind: form, due: 5m, fields: [{id: a, label: a, options: «[]}]")),
    ("empty_list", asking(CHOICE.replace("value: 1", "sets: «[]"))),
    ("not_text", asking("kind: form, due: 5m, fields: [{id: a, label: a, kind: choice, options: [«2024, b]}]")),
    ("not_text", asking("kind: form, due: 5m, fields: [{id: a, label: a, kind: table, columns: [a, «2.5]}]")),
    ("not_mapping", asking("kind: form, due: 5m, fields: [{id: a, label: a, kind: table, columns: [a, «[b]]}]")),
    ("empty_key", f"{PLAY}injects:\n- id: a\n  at: 0\n  title: t\n  body:« # Alert\n"),
    ("empty_key", inject("if: «~")),
    ("empty_key", inject("ask: «~")),
    ("empty_key", asking("kind: acknowledge, due: «~")),
    ("empty_key", f"{PLAY}{ONE}summary: «~\n"),
    ("missing_due", asking("kind: text, due: ~")),
    ("no_time", f"{PLAY}injects:\n- «id: a\n  at:\n  title: t\n"),
    ("hidden_character", texts("See C:«\\backup")),
    ("hidden_character", texts("See «\u202egpj.exe")),
    ("hidden_character", inject('body: {es: "See «\\0"}')),
    ("unknown_format", f"{PLAY.replace('format: 1', 'format: «2')}{ONE}"),
    ("unknown_format", f"{PLAY.replace('format: 1', 'format: «1.0')}{ONE}"),
    ("unknown_format", f"{PLAY.replace('format: 1', 'format: «true')}{ONE}"),
    ("unknown_channel", inject("channel: «mail")),
    ("unknown_priority", inject("priority: «high")),
    ("unknown_kind", asking("kind: «texts")),
]
NAMES = [
    ("duplicate_id", f"{TWO}- {{id: «'01', at: 5m, title: Otro}}\n"),
    ("duplicate_id", f"{PLAY.replace('[es]', '[es, «es]')}{ONE}"),
    ("duplicate_id", asking("kind: choice, due: 5m, options: [{id: A, label: a}, {id: «A, label: b}]")),
    ("duplicate_id", asking("kind: form, due: 5m, fields: [{id: a, label: a}, {id: «a, label: b}]")),
    ("named_twice", inject("to: [lead, «lead, lead]")),
    ("named_twice", f"{PLAY}flags: {{f: y}}\ninjects: [{{id: a, at: 0, title: t, if: f or not f, sets: [f, «f]}}]\n"),
    ("named_twice", rated(f"ask: {{{TEXT.replace('C1', 'C1, «C1')}}}")),
    ("named_twice", asking("kind: form, due: 5m, fields: [{id: a, label: a, kind: choice, options: [a, b, «a]}]")),
    ("named_twice", asking("kind: form, due: 5m, fields: [{id: a, label: a, kind: table, columns: [a, «a]}]")),
    ("unknown_seat", f"{PLAY}injects:\n- {{id: '01', at: 0, title: Aviso, to: [lead, «led]}}\n"),
    ("unknown_seat", asking("kind: text, due: 5m, approve: «boss")),
    ("unknown_character", inject("from: «minister")),
    ("unknown_character", f"{PLAY}{ONE}replies: {{a: {{title: t, body: b, from: «minister}}}}\n"),
    ("unknown_criterion", rated(f"ask: {{{TEXT.replace('C1', 'C1, «C2')}}}")),
    ("unknown_objective", PLAY + RUBRIC.replace("weight", "objective: «decide, weight") + ONE),
    ("unknown_flag", inject("sets: [«isolated]")),
    ("unknown_flag", asking("kind: choice, due: 5m, options: [{id: A, label: a, sets: [«f]}, {id: B, label: b}]")),
    ("unknown_flag", inject("if: not «isolated")),
    ("unknown_flag", inject('if: "not «isolated"')),
    ("unknown_inject", inject("if: delivered('«02')").replace("'«", "«'")),
    ("unknown_inject", f"{TWO}- {{id: '02', after: {{inject: «'00'}}, title: Otro}}\n"),
    (
        "unknown_option",
        asking(CHOICE).replace("«", "") + "- {id: '02', at: 9m, title: t, if: \"chose('01', «'C')\"}\n",
    ),
    ("unknown_option", f"{TWO}- {{id: '02', at: 9m, title: t, if: \"chose('01', «'C')\"}}\n"),
    ("unknown_phase", inject("phase: «detect")),
    ("unknown_level", PLAY + RUBRIC.replace("U: u", "U: u, «S: s") + ONE),
    ("unknown_level", rated(f"ask: {{{TEXT}, benchmarks: [{{level: «S, text: t}}]}}")),
    ("unknown_language", inject("body: {es: uno, «pt: um}")),
    ("unknown_language", inject("body: {es: uno, «'': um}")),
    ("unknown_language", f"{PLAY}reviewed: {{«pt: Bruna}}\n{ONE}"),
    (
        "unknown_language",
        asking("kind: form, due: 5m, fields: [{id: a, label: a, kind: choice, options: [{es: uno, «pt: um}, dos]}]"),
    ),
]
CONDITIONS = [
    ("condition_empty", inject("if: «''")),
    ("condition_too_long", inject(f"if: '{'a' * 500}«a'")),
    ("condition_too_deep", inject(f"if: '{'(' * 21}«a{')' * 21}'")),
    ("condition_bad_character", inject("if: 'a «+ b'")),
    ("condition_quote_open", inject("if: 'answered(«\"01)'")),
    ("condition_unexpected", inject("if: a and «or")),
    ("condition_unexpected", inject('if: "«a\\x20and"').replace("«", "").replace('"a\\', '«"a\\')),
    ("condition_bad_flag", inject("if: not «Isolated")),
    ("condition_bad_id", inject("if: \"answered(«'a b')\"")),
    ("condition_unknown_function", inject("if: \"«answer('01')\"")),
]
TIME = [
    ("no_time", f"{PLAY}injects: [«{{id: '01', title: Aviso}}]\n"),
    ("several_times", inject("«manual: true")),
    (
        "after_circle",
        f"{PLAY}injects:\n- {{id: a, title: t, after: {{inject: «b}}}}\n- {{id: b, title: t, after: {{inject: a}}}}\n",
    ),
    ("at_past_end", f"{PLAY}injects: [{{id: '01', at: «60m, title: Aviso}}]\n"),
    ("at_past_end", f"{PLAY}phases: {{late: {{title: t, at: «2h}}}}\n{ONE}"),
    ("due_past_end", asking("kind: text, due: «61m")),
    ("after_past_end", f"{TWO}- {{id: '02', after: «{{inject: '01', delay: 60m}}, title: Otro}}\n"),
    (
        "after_past_end",
        f"{TWO}- {{id: '02', after: «{{inject: '01', delay: 2h}}, title: t}}\n"
        "- {id: '03', after: {inject: '02', delay: 5m}, title: t}\n",
    ),
    ("target_past_due", asking("kind: text, due: 5m, target: «6m")),
    ("bad_story_start", f"{PLAY}story_start: «2026-03-02T06:30:00\n{ONE}"),
    ("bad_story_start", f"{PLAY}story_start: «Monday 02T06\n{ONE}"),
    ("bad_story_time", inject("story_time: «tomorrow")),
]
ASKS = [
    ("missing_due", asking("kind: text")),
    ("no_time_to_answer", asking("kind: text, due: «0")),
    ("no_time_to_answer", asking("kind: acknowledge, due: «0m")),
    ("missing_options", asking("kind: choice, due: 5m")),
    ("missing_options", asking("kind: choice, due: 5m, options: []")),
    (
        "missing_options",
        asking("kind: choice, due: 5m") + "- {id: '02', at: 9m, title: t, if: \"chose('01', 'A')\"}\n",
    ),
    ("missing_options", rated("ask: «{kind: choice, due: 5m, weight: 2, options: []}", f"ask: {{{TEXT}}}")),
    ("missing_fields", asking("kind: form, due: 5m, fields: []")),
    ("missing_options", asking("kind: form, due: 5m, fields: [«{id: a, label: a, kind: choices}]")),
    ("missing_fields", asking("kind: form, due: 5m")),
    ("missing_columns", asking("kind: form, due: 5m, fields: [«{id: a, label: a, kind: table}]")),
    ("missing_criteria", rated("ask: «{kind: text, due: 5m}", f"ask: {{{TEXT}}}")),
    ("missing_criteria", rated("ask: «{kind: text, due: 5m, criteria: []}", f"ask: {{{TEXT}}}")),
    ("missing_criteria", rated(f"ask: «{{{CHOICE}, rationale: true}}")),
    ("missing_anchor", PLAY + RUBRIC.replace("levels: {U: u, P: p}", "levels: «{P: p}") + ONE),
    ("options_not_allowed", asking("kind: text, due: 5m, «options: [{id: A, label: a}]")),
    ("options_not_allowed", rated(f"ask: {{{CHOICE.replace('choice', 'text').replace('options', '«options')}}}")),
    ("options_not_allowed", rated(f"ask: {{{CHOICE.replace('choice', 'form').replace('options', '«options')}}}")),
    ("options_not_allowed", asking("kind: text, due: 5m, fields: [{id: a, label: a}], «options: [{id: A, label: a}]")),
    ("fields_not_allowed", rated("ask: {kind: choice, due: 5m, criteria: [C1], «fields: [{id: a, label: a}]}")),
    ("fields_not_allowed", asking(f"{CHOICE}, «fields: [{{id: a, label: a}}]")),
    ("columns_not_allowed", asking("kind: form, due: 5m, fields: [{id: a, label: a, kind: choice, «columns: [b]}]")),
    ("options_not_allowed", asking("kind: form, due: 5m, fields: [{id: a, label: a, kind: table, «options: [b]}]")),
    ("options_not_allowed", asking("kind: form, due: 5m, fields: [{id: a, label: a, «options: [b], columns: [c]}]")),
    ("options_not_allowed", asking("kind: form, due: 5m, fields: [{id: a, label: a, «options: [b]}]")),
    ("fields_not_allowed", asking("kind: text, due: 5m, «fields: [{id: a, label: a}]")),
    ("columns_not_allowed", asking("kind: form, due: 5m, fields: [{id: a, label: a, «columns: [b]}]")),
    ("rationale_not_allowed", asking("kind: text, due: 5m, «rationale: true")),
    ("rationale_not_allowed", rated(f"ask: {{{TEXT}}}", "ask: {kind: acknowledge, «rationale: true}")),
    ("option_count", asking("kind: choice, due: 5m, options: «[{id: A, label: a}]")),
    ("value_out_of_range", asking(CHOICE.replace("value: 1", "value: «4"))),
    ("value_out_of_range", asking(CHOICE.replace("value: 1", "value: «-1"))),
    ("value_out_of_range", rated(f"ask: {{{CHOICE.replace('value: 1', 'value: «2')}}}")),
    ("weights_sum_to_zero", rated(f"ask: {{{TEXT}, weight: 0}}").replace("injects:", "«injects:")),
    ("weight_unused", asking("kind: acknowledge, «weight: 2")),
    ("criteria_unused", rated(f"ask: {{{CHOICE}, «criteria: [C1]}}")),
    ("nothing_scored", f"{RATED}«{ONE}"),
    ("plain_too_long", inject(f"plain: «{'a' * 601}")),
]
PATHS = [
    (
        "unequal_paths",
        rated(f"ask: {{{TEXT}}}", f"if: \"answered('01')\", ask: {{{TEXT}}}").replace("- {id: '02'", "- «{id: '02'"),
    ),
    (
        "unreachable_inject",
        f"{TWO}- «{{id: '02', at: 5m, title: t, if: \"delivered('01') and not delivered('01')\"}}\n",
    ),
]
FLAGS = [
    ("flag_never_set", f"{PLAY}flags: {{«f: uno}}\ninjects: [{{id: a, at: 0, title: t, if: f or not f}}]\n"),
    ("flag_never_read", f"{PLAY}flags: {{«f: uno}}\ninjects: [{{id: a, at: 0, title: t, sets: [f]}}]\n"),
]
LANGUAGES = [
    ("wrong_language", f"{PLAY.replace('[es]', '[«ES]').replace('Prueba', '{es: Prueba}')}{ONE}"),
    ("language_form", f"{PLAY.replace('[es]', '[«ES]')}{ONE}"),
    ("language_unused", f"{PLAY.replace('[es]', '[es, «es-MX]').replace('Prueba', '{es: Prueba}')}{ONE}"),
    ("missing_language", PLAY.replace("[es]", "[es, pt]") + "injects: [{id: a, at: 0, title: «{pt: Aviso}}]\n"),
    (
        "lengths_differ",
        PLAY.replace("[es]", "[es, pt]")
        + "injects: [{id: a, at: 0, title: t, body: «{es: uno dos tres cuatro cinco, pt: um dois}}]\n",
    ),
]
CROWDS = [
    (
        "seat_without_inject",
        f"{PLAY.replace('}}', '}, «press: {title: Prensa}}')}" + "injects: [{id: a, at: 0, title: t, to: [lead]}]\n",
    ),
    ("too_close", f"{TWO}- «{{id: '02', at: 29s, title: Otro}}\n"),
    (
        "too_many_open",
        PLAY
        + "injects:\n"
        + "".join(
            f"- {'«' * (n == 3)}{{id: i{n}, at: {n}m, title: t, ask: {{kind: text, due: 9m}}}}\n" for n in range(5)
        ),
    ),
]
ATTACHMENTS = [
    ("bad_file_name", inject("files: [{file: «../a.txt}]")),
    ("unknown_file_type", inject("files: [{file: «odd.exe}]")),
    ("missing_attachment", inject("files: [{file: «absent.txt}]")),
    ("attachment_too_large", inject("files: [{file: «large.txt}]")),
    ("missing_alt", inject("files: [«{file: note.png}]")),
    ("missing_transcript", inject("files: [«{file: {es: call.mp3}}]")),
]
REALISM = [
    ("real_email", texts("Escriba a «ana@hacienda.gob.sv hoy.")),
    ("real_email", texts("Escriba\n   a «ana@hacienda.gob.sv hoy.")),
    ("real_email", inject('body: «"ana\\x40hacienda.gob.sv"')),
    ("real_url", texts("Vea https://«www.paho.org/es hoy.")),
    ("real_phone", texts("Llame al «+503 2222 3333.")),
    ("real_phone", texts("Ligue «(11) 91234-5678 hoje.")),
    ("real_ip", texts("Desde «8.8.8.8 y no más.")),
    ("real_ip", texts("Desde «2606:4700::1111 y no más.")),
]
SAMPLED = [
    (
        "paths_sampled",
        PLAY
        + "«injects:\n"
        + "".join(f"- {{id: a{n}, at: {n}m, title: t, ask: {{kind: text, due: 1m}}}}\n" for n in range(13))
        + "".join(f"- {{id: b{n}, at: {n + 20}m, title: t, if: lapsed('a{n}')}}\n" for n in range(13)),
    ),
]

CASES = [
    *YAML, *SHAPE, *NAMES, *CONDITIONS, *TIME, *ASKS, *PATHS, *SAMPLED, *FLAGS, *LANGUAGES, *CROWDS,
    *ATTACHMENTS, *REALISM,
]  # fmt: skip
FILES = {
    "odd.exe": b"",
    "large.txt": b" " * (5 * 1024 * 1024 + 1),
    "note.png": b"",
    "call.mp3": b"",
}
