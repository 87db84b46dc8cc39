"""What a person or a script sends to each page that changes something: enough to get as far as the page goes.

A page that is not here is sent an empty form. ``{team_id}`` and its like stand for what the address names too.
"""

from collections.abc import Mapping
from typing import Any

Body = Mapping[str, Any]

_INJECT = {"inject": "{inject_id}", "teams": None, "reason": "pacing"}

# What a verb of the console is told, beside the drill.
_VERBS: Mapping[str, Any] = {
    "joining": {"joining": True},
    "start": {"name": "Simulacro"},
    "end": {"name": "Simulacro"},
    "speed": {"speed": 2},
    "deliver": _INJECT,
    "release": _INJECT,
    "withdraw": {"inject": "{inject_id}", "teams": ["{team_id}"], "reason": "mistake"},
    "hold": _INJECT,
    "skip": _INJECT,
    "move": {"inject": "{inject_id}", "seconds": 60},
    "undo": {"order": "{order_id}"},
    "flag": {"team": "{team_id}", "flag": "paid", "reason": "mistake"},
}

# What the API is told, by the name of the operation.
_API: Mapping[str, Any] = {
    "create_drill": {"name": "Otro", "library": "ceiba-roja"},
    "add_team": {"name": "Lila"},
    "rename_team": {"name": "Lila"},
    "rename_participant": {"name": "Ana"},
    "move_participant": {"team_id": "{other_team_id}"},
    "open_joining": {"joining": True},
    "start_drill": {"name": "Simulacro"},
    "end_drill": {"name": "Simulacro"},
    "set_speed": {"speed": 2},
    "deliver_inject": {"teams": ["{team_id}"], "reason": "pacing"},
    "release_inject": {"teams": ["{team_id}"]},
    "withdraw_inject": {"teams": ["{team_id}"], "reason": "mistake"},
    "hold_inject": {"teams": ["{team_id}"], "reason": "pacing"},
    "skip_inject": {"teams": ["{team_id}"], "reason": "pacing"},
    "move_inject": {"seconds": 60},
    "set_flag": {"flag": "paid", "reason": "mistake"},
    "rate_response": {"criterion": "C1", "level": "S"},
    "publish_standings": {"name": "Simulacro"},
    "set_score_rules": {"ratings": 1},
    "create_scenario": {"library": "ceiba-roja"},
    "save_version": {"expected_number": 1},
    "restore_version": {"number": 1, "expected_number": 1},
    "archive_scenario": {"archived": True},
}

# ``json`` or ``form``, by the name of the edge in `web/matrix.py`.
BODIES: Mapping[str, Body] = {
    **{
        f"facilitator.do/{verb}": {"json": _VERBS.get(verb, {})}
        for verb in (*_VERBS, "prepare", "pause", "stop", "resume", "see-pauses")
    },
    **{f"api.{name}": {"json": told} for name, told in _API.items()},
    "front.choose_language": {"form": {"language": "es", "back": "/"}},
    "front.join_code": {"form": {"privacy": "1", "rules": "1", "name": "Rosa", "language": "es"}},
    "front.return_by_codes": {"form": {"code": "{code}", "short_code": "{short_code}"}},
    "front.sign_in_now": {"form": {"email": "edo@ministry.example", "password": "contraseña larga"}},
    "front.set_up": {"form": {"password": "quince letras o más", "email": "n@ministry.example", "name": "N"}},
    "front.accept_invitation": {"form": {"password": "quince letras o más", "name": "N"}},
    "applicant.begin_now": {
        "form": {
            "privacy": "1",
            "notice": "app-2026-11",
            "name": "Rosa",
            "mail": "rosa@ministry.example",
            "language": "es",
        }
    },
    "applicant.lost_now": {"form": {"mail": "nobody@ministry.example"}},
    "applicant.draft": {"form": {"mine": "1", "f-need": "Sí", "d-letter-asked": "1", "d-letter-role": "chief"}},
    "applicant.keep": {"form": {"mine": "1", "send": "1", "d-letter-asked": "1", "d-letter-role": "chief"}},
    "applicant.upload": {"form": {"document": "letter"}},
    "calls.open_now": {"form": {"call": "ilo-style"}},
    "calls.erase": {"form": {"code": "?"}},
    "editor.create": {"form": {"how": "new", "title": "Otro", "duration": "9m"}},
    "editor.archive": {"form": {"archived": "1"}},
    "editor.check": {"form": {"number": "1", "of": "inject", "line": "01"}},
    "editor.save_inject": {"form": {"number": "1", "id": "01", "title:": "Otro", "when": "at", "at": "2m"}},
    "editor.save_section": {"form": {"number": "1", "title:": "Otro", "duration": "50m", "languages": "es", "id": "x"}},
    "editor.add_language": {"form": {"number": "1", "language": "fr"}},
    "editor.save_texts": {"form": {"number": "1", "title:es": "Otro"}},
    "editor.check_texts": {"form": {"number": "1", "title:es": "Otro"}},
    "editor.arrange": {"form": {"number": "1", "do": "later", "line": "01", "by": "1m"}},
    "editor.save_text": {"form": {"number": "1", "text": "format: 1"}},
    "editor.check_text": {"form": {"number": "1", "text": "format: 1"}},
    "editor.restore": {"form": {"number": "1", "of": "1"}},
    "editor.attach": {"form": {"number": "1"}},
    "editor.detach": {"form": {"number": "1"}},
    "staff.make_drill": {"form": {"name": "Otro", "scenario": "ceiba-roja", "time_zone": "UTC"}},
    "staff.add_teams": {"form": {"teams": "Lila"}},
    "staff.rename": {"form": {"name": "Lila"}},
    "staff.joining": {"form": {"joining": "1"}},
    "staff.rename_member": {"form": {"name": "Ana"}},
    "staff.move_member": {"form": {"team": "{other_team_id}"}},
    "staff.remove_member": {"form": {"sure": "1"}},
    "staff.invite": {"form": {"email": "x@ministry.example", "name": "X", "role": "observer", "drill": ""}},
    "staff.give_role": {"form": {"role": "observer", "drill": ""}},
    "staff.add_to_drill": {"form": {"email": "y@ministry.example", "name": "Y", "role": "observer"}},
    "staff.give_role_here": {"form": {"role": "observer"}},
    "staff.take_role_here": {"form": {"role": "observer"}},
    "staff.make_link": {"form": {"name": "X"}},
    "participant.hotwash": {"json": {"question": 0, "text": "Bien."}},
    "account.change_password": {"form": {"password": "contraseña larga", "new_password": "quince letras o más"}},
    "account.confirm": {"form": {"code": "000000"}},
    "account.renew_codes": {"form": {"code": "000000"}},
    "account.turn_off": {"form": {"password": "contraseña larga", "code": "000000"}},
    "tokens.make": {"form": {"name": "Guion", "scope": "read", "days": "7"}},
    "staff.take_role": {"form": {"role": "evaluator", "place": ""}},
    "staff.make_programme": {"form": {"name": "Otro programa"}},
    "staff.ask_second_factor": {"form": {"role": "observer"}},
    "participant.choose_consent": {"form": {"purpose": "research", "given": "1"}},
    "participant.notice_read": {"form": {"privacy": "1", "rules": "1", "notice": "2026-11"}},
    "evaluator.rate": {"json": {"criterion": "C1", "level": "S", "sentence": ""}},
    "merit.rate": {"json": {"criterion": "C1", "level": "M", "sentence": ""}},
    **{
        f"{room}.{page}": body
        for room in ("evaluator", "merit")
        for page, body in {
            "declare": {"form": {"language": "es", "country": "", "institution": ""}},
            "recuse": {"form": {"reason": "family"}},
            "calibrate": {"json": {"item": "01#0", "criterion": "C1", "level": "S"}},
        }.items()
    },
    **{
        f"{room}.{page}": body
        for room, whose in (("evaluators", "{team_id}"), ("merit_evaluators", "{application_id}"))
        for page, body in {
            "recuse": {"form": {"team": whose, "reason": "family"}},
            "let_in": {"form": {"reason": "experienced"}},
        }.items()
    },
    "organizer.publish": {"form": {"name": "Simulacro"}},
    "organizer.thirds": {"form": {"team": "{team_id}"}},
    "organizer.propose": {"form": {"kind": "close_register"}},
    "organizer.decide": {"form": {"reason": "no_error_found"}},
    "organizer.keep_rules": {"form": {"ratings": "0"}},
    "facilitator.rule_on_late": {"form": {"reason": "lost_line"}},
    "participant.appeal": {"form": {"ground": "arithmetic"}},
    "programme.find": {"form": {"verdict": "eligible"}},
    "programme.randomness": {"form": {"text": "9.18.26./"}},
    "programme.derogate": {"form": {"award": "grant", "application": "{application_id}", "seats": "2", "note": "N"}},
    "programme.accept": {"form": {"member": "0"}},
    "programme.decline": {"form": {"sure": "1"}},
    "programme.appeal": {"form": {"ground": "arithmetic", "words": "N"}},
    "bundle.take_drill": {"form": {"public": "1"}},
    "bundle.take_programme": {"form": {"public": "0"}},
}

# What a browser sends with each request of its socket; an event that is not here fails the walk by its name.
REQUESTS: Mapping[str, Body] = {
    "resume": {"n": 0},
    "send_response": {"inject": "{inject_id}", "id": "walk", "content": {"text": "Sí"}},
    "save_draft": {"inject": "{inject_id}", "content": {"text": "Sí"}},
    "write_draft": {"inject": "{inject_id}"},
    "open_inject": {"inject": "{inject_id}"},
    "receive_injects": {"injects": ["{inject_id}"]},
    "decline_inject": {"inject": "{inject_id}"},
    "take_seats": {"seats": ["technical"]},
    "change_language": {"language": "fr"},
    "ask_pause": {},
    "take_back_pause": {},
}
