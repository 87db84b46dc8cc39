"""Ways to tamper with a bundle, each with care: the manifest is made true again, and only what is said is false."""

import json

from tests.bundle.making import rows, with_rows


def log_of(files):
    return next(name for name in files if name.startswith("log/"))


def drill_of(files):
    return json.loads(files["manifest.json"])["of"]["drill"]


def _row(name, change):
    def tamper(files, rng):
        told = rows(files, name)
        place = rng.randrange(len(told))
        told[place] = change(dict(told[place]), rng)
        return with_rows(files, name, told)

    return tamper


def _other(value, values, rng):
    return rng.choice([one for one in values if one != value])


def level(row, rng):
    return row | {"level": _other(row["level"], ["U", "M", "S", "P", None], rng)}


def evaluator(row, rng):
    return row | {"account_id": "nobodyknows1"}


def not_in_force(row, rng):
    return row | {"current": not row["current"]}


def another_state(row, rng):
    return row | {"state": _other(row["state"], ["answered", "lapsed", "void", "withdrawn", "skipped", "planned"], rng)}


def a_second_later(name):
    return lambda row, rng: row if row[name] is None else row | {name: row[name] + 1000}


def words(row, rng):
    return row | {"content": row["content"] | {"text": "Nunca lo dijimos."}}


def drop(name):
    def tamper(files, rng):
        told = rows(files, name)
        del told[rng.randrange(len(told))]
        return with_rows(files, name, told)

    return tamper


def twice(name):
    def tamper(files, rng):
        told = rows(files, name)
        place = rng.randrange(len(told))
        return with_rows(files, name, [*told[: place + 1], *told[place:]])

    return tamper


def in_log(change):
    def tamper(files, rng):
        return _row(log_of(files), change)(files, rng)

    return tamper


def drop_of_log(files, rng):
    return drop(log_of(files))(files, rng)


def swap_in_log(files, rng):
    name = log_of(files)
    told = rows(files, name)
    place = rng.randrange(len(told) - 1)
    told[place], told[place + 1] = told[place + 1], told[place]
    return with_rows(files, name, told)


def swap_teams(files, rng):
    """Let each team have the other's results in the file that says which is which."""
    name = f"drills/{drill_of(files)}/standings.json"
    told = json.loads(files[name])
    names = list(told["teams"])
    told["teams"] = dict(zip(names, reversed(list(told["teams"].values())), strict=True))
    return files | {name: json.dumps(told).encode()}


def swap_in_csv(files, rng):
    """Let the teams change their rows in the ratings."""
    name = f"drills/{drill_of(files)}/ratings.csv"
    one, other = json.loads(files[f"drills/{drill_of(files)}/standings.json"])["teams"]
    text = files[name].decode().replace(f"\n{one},", "\n*,").replace(f"\n{other},", f"\n{one},")
    return files | {name: text.replace("\n*,", f"\n{other},").encode()}


def unknown_in_csv(files, rng):
    """Let a team that is not there have the first one's rows."""
    name = f"drills/{drill_of(files)}/ratings.csv"
    one = next(iter(json.loads(files[f"drills/{drill_of(files)}/standings.json"])["teams"]))
    return files | {name: files[name].decode().replace(f"\n{one},", "\nNadie,").encode()}


def csv_level(files, rng):
    name = f"drills/{drill_of(files)}/ratings.csv"
    lines = files[name].decode().split("\r\n")
    place = rng.choice([place for place, line in enumerate(lines) if ",S," in line])
    lines[place] = lines[place].replace(",S,", ",P,")
    return files | {name: "\r\n".join(lines).encode()}


def weight(files, rng):
    name = f"drills/{drill_of(files)}/rules.yaml"
    told = json.loads(files[name])
    told["injects"]["01"]["weight"] = 9
    return files | {name: json.dumps(told).encode()}


def penalty(files, rng):
    name = f"drills/{drill_of(files)}/rules.yaml"
    told = json.loads(files[name])
    told["penalties"] = {next(iter(json.loads(files[name.replace("rules.yaml", "standings.json")])["teams"])): 5}
    return files | {name: json.dumps(told).encode()}


def shown_score(files, rng):
    name = f"drills/{drill_of(files)}/standings.json"
    told = json.loads(files[name])
    told["standings"][0]["score"] += 1
    return files | {name: json.dumps(told).encode()}


# Whatever bundle it is, restricted or public.
WAYS = {
    "a level": _row("tables/rating.jsonl", level),
    "an evaluator": _row("tables/rating.jsonl", evaluator),
    "a rating out of force": _row("tables/rating.jsonl", not_in_force),
    "a rating less": drop("tables/rating.jsonl"),
    "a rating twice": twice("tables/rating.jsonl"),
    "a response out of force": _row("tables/response.jsonl", not_in_force),
    "a response less": drop("tables/response.jsonl"),
    "a response later": _row("tables/response.jsonl", a_second_later("received_at")),
    "a delivery's state": _row("tables/delivery.jsonl", another_state),
    "a delivery less": drop("tables/delivery.jsonl"),
    "a team less": drop("tables/team.jsonl"),
    "a time in the log": in_log(a_second_later("wall_time")),
    "a kind in the log": in_log(lambda row, rng: row | {"kind": row["kind"] + "x"}),
    "an actor in the log": in_log(lambda row, rng: row | {"actor": "account:nobodyknows1"}),
    "a payload in the log": in_log(lambda row, rng: row | {"payload": row["payload"] | {"x": 1}}),
    "a hash in the log": in_log(lambda row, rng: row | {"hash": "0" * 64}),
    "a row of the log less": drop_of_log,
    "two rows of the log swapped": swap_in_log,
    "two teams swapped": swap_teams,
    "two teams' ratings swapped": swap_in_csv,
    "a team that is not there": unknown_in_csv,
    "a level in the file of ratings": csv_level,
    "a weight in the rules": weight,
    "a penalty in the rules": penalty,
    "a score that is shown": shown_score,
}
