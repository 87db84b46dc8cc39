"""For each code the smallest call that has it; « stands where the finding must point, and is no part of it."""

HEAD = "format: 1\nkind: call\nid: azul\nlanguages: [es]\ntitle: Prueba\norganisation: Oficina\n"
CONTACT = "contact: olga@oficina.example\n"
OPENS, CLOSES, DRAWN = "2031-03-01T14:00:00Z", "2031-03-31T23:00:00Z", "2031-05-02T18:00:00Z"
WINDOWS = f"windows: {{applications: {{opens: '{OPENS}', closes: '{CLOSES}'}}}}\n"
TEAM = "team: {least: 3, most: 6}\n"
RUBRIC = "rubric: {levels: [U, P], criteria: {C1: {title: t, weight: 1, levels: {U: u, P: p}}}}\n"
STAGE = f"id: first, title: t, randomness: {{source: s, at: '{DRAWN}'}}"
AWARD = "id: grant, title: t, kind: scholarship, seats: 30"
STAGES = f"stages: [{{{STAGE}, score: merit, awards: [{{{AWARD}}}]}}]\n"
TOP = HEAD + CONTACT + WINDOWS + TEAM
LEAST = TOP + RUBRIC + STAGES
COUNTRY = "country: {title: t, values: {BR: Brasil, CR: Costa Rica, VC: San Vicente}}"
FILLED = "form: [{id: country, label: l, kind: choice, attribute: country}]\n"
COUNTRIES = f"attributes: {{{COUNTRY}}}\n{FILLED}"


def with_windows(more: str) -> str:
    """Write a call with windows that say more than they must."""
    return LEAST.replace("'}}\n", f"'}}, {more}}}\n", 1)


def attributes(more: str, field: str = "") -> str:
    """Write a call with countries, one attribute more, and perhaps the field that fills it."""
    return f"{LEAST}attributes: {{{COUNTRY}, {more}}}\n{FILLED.replace(']', f', {field}]' if field else ']')}"


def regions(groups: str, field: str = "") -> str:
    """Write a call whose sub-regions follow from countries by *groups*."""
    region = f"region: {{title: t, values: {{CAR: Caribe, SUR: Sur}}, of: country, groups: {groups}}}"
    return attributes(region, field)


def form(field: str) -> str:
    """Write a call with countries, whose form has one field more."""
    return LEAST + COUNTRIES.replace("}]\n", f"}}, {field}]\n")


def documents(more: str) -> str:
    """Write a call that asks for a letter."""
    return f"{LEAST}roles: {{head: {{title: t}}}}\ndocuments: [{{id: letter, title: t, signed_by: head, {more}}}]\n"


def award(rules: str, kind: str = "scholarship", seats: int = 30, team: str = TEAM) -> str:
    """Write a call with countries in two sub-regions, whose award has caps or floors."""
    changed = AWARD.replace("scholarship", kind).replace("30", str(seats))
    top = LEAST.replace(TEAM, team).replace(AWARD, f"{changed}, {rules}")
    region = "region: {title: t, values: {CAR: c, SUR: s}, of: country, groups: {CAR: [CR, VC], SUR: [BR]}}"
    town = "town: {title: t, free: true}"
    field = "{id: town, label: l, attribute: town}"
    return f"{top}attributes: {{{COUNTRY}, {region}, {town}}}\n{FILLED.replace(']', f', {field}]')}"


def stage(more: str, score: str = "merit") -> str:
    """Write a call whose only stage says more than it must."""
    return LEAST.replace("score: merit", f"score: {score}, {more}")


def stages(first: str, second: str, grant: str, other: str) -> str:
    """Write a call with two stages that give an award each, by their ids."""
    lines = [
        f"{{{STAGE.replace('first', step)}, score: merit, awards: [{{{AWARD.replace('grant', gives)}}}]}}"
        for step, gives in ((first, grant), (second, other))
    ]
    return f"{TOP}{RUBRIC}stages: [{', '.join(lines)}]\n"


def at(instant: str) -> str:
    """Write a call that closes at some instant."""
    return LEAST.replace(f"'{CLOSES}'", f"«{instant}", 1)


SHAPE = [
    ("not_mapping", "«[1]"),
    ("empty_document", "«# nothing\n"),
    ("missing_key", f"«{LEAST.replace('title: Prueba', '')}"),
    ("missing_key", f"«{TOP}{STAGES}"),
    ("missing_key", LEAST.replace(f", randomness: {{source: s, at: '{DRAWN}'}}", "").replace("[{id: f", "[«{id: f")),
    ("missing_key", LEAST.replace(f", awards: [{{{AWARD}}}]", "").replace("[{id: f", "[«{id: f")),
    ("too_few", LEAST.replace(f"awards: [{{{AWARD}}}]", "awards: «[]")),
    ("too_few", LEAST.replace(STAGES, "stages: «[]\n")),
    ("unknown_key", f"{LEAST}«penaltys: []\n"),
    ("unknown_key", f"{LEAST}«awards: []\n"),
    ("unknown_key", f"{LEAST}members: {{fields: [{{id: a, label: l, «attribute: country}}]}}\n"),
    ("not_text", f"{LEAST}version: «1.0\n"),
    ("not_list", f"{LEAST}documents: «letter\n"),
    ("not_number", stage("drills: [{id: d, title: t}], time_weight: «a fifth", "drill")),
    ("not_number", stage("drills: [{id: d, title: t}], time_weight: «-0.1", "drill")),
    ("not_number", f"{LEAST}penalties: [{{id: p, text: t, points: «true}}]\n"),
    ("bad_id", LEAST.replace("id: grant", "id: «the grant")),
    ("bad_id", stage("ties: [«two words]")),
    ("bad_id", stage("ties: [{criteria: [«two words]}]")),
    ("not_mapping", stage("ties: [«7]")),
    ("not_list", stage("ties: «draw")),
    ("bad_duration", with_windows("appeals: «5 days")),
    ("too_large", stage("threshold: «101")),
    ("too_large", documents("most: «10485761")),
    ("unknown_format", LEAST.replace("format: 1", "format: «2")),
    ("unknown_kind", LEAST.replace("kind: call", "kind: «cal")),
    ("unknown_kind", LEAST.replace("scholarship", "«scholarships")),
    ("unknown_kind", form("{id: a, label: l, kind: «texts}")),
    ("unknown_choice", LEAST.replace("score: merit", "score: «merits")),
    ("unknown_choice", LEAST.replace(AWARD, f"{AWARD}, method: «rank")),
    ("unknown_choice", f"{LEAST}appeals: {{grounds: [{{id: a, text: t}}], upheld: «nothing}}\n"),
]
TIMES = [
    ("bad_instant", at("soon")),
    ("bad_instant", at("5")),
    ("bad_instant", at("2031-02-30T22:00:00Z")),
    ("bad_instant", at("2031-03-31T23:00:00+25:00")),
    ("bad_instant", at("0001-01-01T00:00:00+12:00")),
    ("instant_in_words", at("2031-03-31 midnight Geneva")),
    ("instant_in_words", at("'2031-03-31T24:00:00Z'")),
    ("instant_without_time", at("2031-03-31")),
    ("instant_without_offset", at("2031-03-31T23:00")),
    ("closes_before_opens", at(f"'{OPENS}'")),
    ("grace_long", LEAST.replace(f"'{CLOSES}'", f"'{CLOSES}', grace: «25h", 1)),
    ("unknown_zone", with_windows("zones: [UTC, «America/Bogotá]")),
    ("randomness_too_early", LEAST.replace(f"'{DRAWN}'", f"«'{CLOSES}'")),
    ("bad_mail", LEAST.replace("olga@oficina.example", "«olga")),
]
LEVEL = "{id: level, label: l, kind: choice, attribute: level}"
ATTRIBUTES = [
    ("attribute_without_values", attributes("level: «{title: t}", LEVEL)),
    (
        "values_not_allowed",
        attributes("level: {title: t, «free: true, values: {a: b}}", "{id: a, label: l, attribute: level}"),
    ),
    ("values_not_allowed", attributes("level: {title: t, «free: true, of: country}")),
    ("missing_key", attributes("region: «{title: t, values: {CAR: c}, of: country}")),
    ("missing_key", attributes("level: «{title: t, values: {a: b}, groups: {a: [BR]}}", LEVEL)),
    ("unknown_attribute", attributes("region: {title: t, values: {CAR: c}, of: «contry, groups: {CAR: [BR]}}")),
    ("bad_attribute_source", attributes("region: {title: t, values: {CAR: c}, of: «region, groups: {CAR: [BR]}}")),
    ("unknown_attribute_value", regions("{CAR: [CR, VC], SUR: [BR], «NOR: []}")),
    ("unknown_attribute_value", regions("{CAR: [CR, VC], SUR: [BR, «AR]}")),
    ("value_in_no_group", regions("«{CAR: [CR, VC], SUR: []}")),
    ("value_in_several_groups", regions("{CAR: [CR, VC], SUR: [BR, «CR]}")),
    ("attribute_unfilled", attributes("«level: {title: t, values: {a: b}}")),
    ("unknown_attribute", form("{id: a, label: l, attribute: «contry}")),
    ("attribute_filled_twice", form("{id: a, label: l, kind: choice, attribute: «country}")),
    ("attribute_kind", attributes("level: {title: t, values: {a: b}}", LEVEL.replace("choice", "«choices"))),
    ("attribute_kind", attributes("town: {title: t, free: true}", "{id: a, label: l, kind: «date, attribute: town}")),
    ("options_of_attribute", attributes("level: {title: t, values: {a: b}}", LEVEL[:-1] + ", «options: [a]}")),
    ("columns_not_allowed", attributes("level: {title: t, values: {a: b}}", LEVEL[:-1] + ", «columns: [a]}")),
    (
        "attribute_follows",
        regions("{CAR: [CR, VC], SUR: [BR]}", LEVEL.replace("attribute: level", "attribute: «region")),
    ),
]
ASKED = [
    ("sizes_disordered", LEAST.replace(TEAM, "team: «{least: 3, most: 2}\n")),
    ("sizes_disordered", LEAST.replace(TEAM, "team: «{least: 3, most: 6, smallest: 4}\n")),
    ("missing_options", form("«{id: a, label: l, kind: choice}")),
    ("duplicate_id", form("{id: «country, label: l}")),
    ("duplicate_id", f"{LEAST}members: {{fields: [{{id: a, label: l}}, {{id: «a, label: l}}]}}\n"),
    ("duplicate_id", f"{LEAST}members: {{consents: [{{id: a, text: l}}, {{id: «a, text: l}}]}}\n"),
    ("columns_not_allowed", f"{LEAST}members: {{fields: [{{id: a, label: l, «columns: [a]}}]}}\n"),
    ("duplicate_id", documents("elements: [{id: a, text: t}, {id: «a, text: t}]")),
    ("duplicate_id", f"{LEAST}documents: [{{id: a, title: t}}, {{id: «a, title: t}}]\n"),
    (
        "duplicate_id",
        f"{LEAST}eligibility: [{{id: a, text: t, reasons: {{r: t}}}}, {{id: «a, text: t, reasons: {{r: t}}}}]\n",
    ),
    ("unknown_role", f"{LEAST}documents: [{{id: a, title: t, signed_by: «head}}]\n"),
    ("unused_role", f"{LEAST}roles: {{«head: {{title: t}}}}\n"),
    *(("unknown_document_type", documents(f"types: [pdf, «{kind}]")) for kind in ("html", "svg", "docm", "exe", "PDF")),
]
RATED = [
    ("duplicate_id", LEAST.replace("[U, P]", "[U, P, «U]")),
    ("weights_sum_to_zero", LEAST.replace("criteria: ", "criteria: «").replace("weight: 1", "weight: 0")),
    ("missing_anchor", LEAST.replace("levels: {U: u, P: p}", "levels: «{U: u}")),
    ("unknown_level", LEAST.replace("U: u, P: p", "U: u, P: p, «S: s")),
    ("unknown_level", LEAST.replace("weight: 1", "weight: 1, threshold: «S")),
]
STAGED = [
    ("duplicate_id", stages("first", "«first", "grant", "other")),
    ("duplicate_id", stages("first", "second", "grant", "«grant")),
    ("duplicate_id", stage("drills: [{id: d, title: t}, {id: «d, title: t}]", "drill")),
    ("duplicate_id", f"{LEAST}penalties: [{{id: a, text: t, points: 2.5}}, {{id: «a, text: t, points: 1}}]\n"),
    ("duplicate_id", f"{LEAST}appeals: {{grounds: [{{id: a, text: t}}, {{id: «a, text: t}}]}}\n"),
    (
        "duplicate_id",
        f"{LEAST}attendance: {{sessions: [{{id: a, title: t, at: '{DRAWN}'}}, {{id: «a, title: t, at: '{DRAWN}'}}]}}\n",
    ),
    ("duplicate_id", LEAST.replace("[es]", "[es, «es]")),
    ("unknown_award", stage("open_to: «grant")),
    ("too_small", stage("ratings: «1")),
    ("too_large", stage("drills: [{id: d, title: t}], time_weight: «0.21", "drill")),
    ("missing_key", LEAST.replace("score: merit", "score: drill").replace("[{id: f", "[«{id: f")),
    ("only_for_drills", stage("«drills: [{id: d, title: t}]")),
    ("only_for_drills", stage("«time_weight: 0.1")),
    ("unknown_tie", stage("ties: [quality, C1, «C2, draw]")),
    ("unknown_tie", stage("ties: [{criteria: [C1, «quality]}]")),
    ("unknown_tie", stage("drills: [{id: d, title: t}], ties: [«qualty, C7]", "drill")),
]
AWARDS = [
    ("seats_below_team", LEAST.replace("seats: 30", "seats: «2")),
    ("unknown_attribute", award("caps: [{by: «contry, max: 10}]")),
    ("unknown_attribute", award("floors: [{where: {«contry: BR}, min: 3}]")),
    ("unknown_attribute_value", award("floors: [{where: {country: «AR}, min: 3}]")),
    (
        "cap_twice",
        award("caps: [{by: country, max: 12}, {by: country, max: 4, unit: teams}, «{by: country, max: 15}]"),
    ),
    ("floor_twice", award("floors: [{where: {country: BR}, min: 3}, «{where: {country: BR}, min: 4}]")),
    ("cap_above_seats", award("caps: [{by: country, max: «31}]")),
    ("cap_above_seats", award("caps: [{by: town, max: «11, unit: teams}]")),
    ("caps_below_seats", award("caps: [{by: country, max: «9}]")),
    ("caps_below_seats", award("caps: [{by: country, max: «1, unit: teams}]")),
    ("floors_above_seats", award("floors: [{where: {country: BR}, min: 20}, {where: {country: CR}, min: «11}]")),
    ("floors_above_seats", award("floors: [{where: {country: BR}, min: «11, unit: teams}]")),
    (
        "floor_above_cap",
        award("caps: [{by: town, max: 20}, {by: country, max: 10}], floors: [{where: {country: BR}, min: «11}]"),
    ),
    ("floor_above_cap", award("caps: [{by: country, max: 10}], floors: [{where: {region: SUR}, min: «11}]")),
    (
        "floor_above_cap",
        award("caps: [{by: country, max: 10}], floors: [{where: {region: SUR}, min: «4, unit: teams}]"),
    ),
    (
        "floor_above_cap",
        award("caps: [{by: country, max: 2, unit: teams}], floors: [{where: {region: SUR}, min: «13}]"),
    ),
    (
        "floor_above_cap",
        award("caps: [{by: country, max: 1}], floors: [{where: {region: CAR}, min: «3}]", "delegate", 3),
    ),
]
TEXTS = [
    ("missing_language", LEAST.replace("[es]", "[es, pt]").replace("title: Prueba", "title: «{pt: Prova}")),
    ("unknown_language", LEAST.replace("title: Prueba", "title: {es: Prueba, «pt: Prova}")),
]
CASES = [*SHAPE, *TIMES, *ATTRIBUTES, *ASKED, *RATED, *STAGED, *AWARDS, *TEXTS]
