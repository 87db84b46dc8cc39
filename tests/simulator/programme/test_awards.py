"""From a list to awards: two people publish, teams appeal and answer, freed seats go down the waitlist."""

from datetime import timedelta

import pytest

from simulator.actions.award_appeals import appeal_award, decide_award_appeal, rerate_application
from simulator.actions.awards import (
    accept_offer,
    confirm_delegate,
    decline_offer,
    expire_offers,
    name_delegate,
    note_attendance,
)
from simulator.actions.deciding import propose_decision, second_decision
from simulator.actions.erasing_application import erase_application
from simulator.actor import NOBODY, PROGRAM
from simulator.reading.attendance import attendance_page
from simulator.reading.decision_sheet import own_results
from simulator.reading.method_note import method_note
from simulator.reading.rating_statistics import rating_statistics
from simulator.reading.stage import stage_page
from tests.bundle.making import make, verify
from tests.cast import refused
from tests.season import MEETINGS, Season, closed, offered, told

MERIT = {"stage": "scholarships"}
NOTE = "Una ministra lo pidió y dos lo firman."


def lead_of(season, row):
    return season.leads[row["application_id"]]


def answer(season, row, action=accept_offer, **facts):
    return season.house.perform(action, lead_of(season, row), award_id=row["id"], **facts)


def seats_of(row):
    return {"members": list(range(row["seats"]))}


def own(season, row):
    (stage,) = season.house.look(own_results, lead_of(season, row))["stages"]
    return stage["awards"][0]


def test_the_list_is_published_by_two_who_sign_the_same_one(cast):
    season = cast.once(closed)
    with refused("list_has_changed"):
        season.do(propose_decision, kind="publish_awards", subject={**MERIT, "list": "0" * 64})
    digest = season.see(stage_page, **MERIT)["list"]
    decision = season.do(propose_decision, kind="publish_awards", subject={**MERIT, "list": digest})
    with refused("second_person_needed"):
        season.do(second_decision, decision_id=decision)
    season.sql("UPDATE rating SET level = '3' WHERE current AND level <> '3' AND criterion = 'need'")

    with refused("list_has_changed"):
        season.do(second_decision, season.ofelia, decision_id=decision)

    assert season.awards("scholarships") == []


def test_each_team_is_told_its_own_result_and_nothing_of_others(cast):
    season = cast.once(told)
    rows = season.awards("scholarships")

    assert season.mails()["result"] == 8
    for row in rows:
        assert own(season, row)["score"] is not None
    chosen = season.awards("scholarships", "chosen")
    whys = [own(season, row)["why"] for row in chosen]
    assert [why["seats"] for why in whys] == [row["seats"] for row in chosen]
    # Whose cap leaves room for a smaller team only, is told that as well.
    assert {"code": "selected", "seats": 4} in [why | {"seats": 4} for why in whys]
    waiting = season.awards("scholarships", "waiting")[0]
    assert own(season, waiting)["line"] == 1
    ((payload,),) = season.sql("SELECT payload FROM log WHERE kind = 'awards_published'")
    assert all(name not in payload for name in season.house_of.values())


def test_a_derogation_takes_two_and_words_and_leaves_the_computed_list_as_it_is(cast):
    season = cast.once(closed)
    (proposal,) = season.see(stage_page, **MERIT)["proposals"]
    passed_over = next(row for row in proposal["rows"] if not row["seats"])
    subject = {**MERIT, "award": "scholarship", "application": passed_over["id"], "seats": 3}
    with refused("decision_needs_words"):
        season.do(propose_decision, kind="derogate", subject=subject)
    for wrong in ({"seats": 9}, {"seats": -1}, {"seats": "3"}):
        with refused("seats_outside"):
            season.do(propose_decision, kind="derogate", subject=subject | wrong, note=NOTE)
    for wrong in ({"award": "nothing"}, {"application": "nothing"}, {"stage": "nothing"}):
        with refused("not_found"):
            season.do(propose_decision, kind="derogate", subject=subject | wrong, note=NOTE)
    decision = season.do(propose_decision, kind="derogate", subject=subject, note=NOTE)
    with refused("derogation_is_open"):
        season.do(
            propose_decision, kind="publish_awards", subject={**MERIT, "list": season.see(stage_page, **MERIT)["list"]}
        )
    season.do(second_decision, season.ofelia, decision_id=decision)

    season.publish()

    row = next(one for one in season.awards("scholarships") if one["application_id"] == passed_over["id"])
    assert (row["state"], row["seats"]) == ("chosen", 3)
    assert own(season, row)["why"]["computed"]["code"] != "selected"
    (note,) = season.house.look(method_note, NOBODY, call=season.id)["stages"][0]["awards"]
    assert [(one["code"], one["seats"], one["note"]) for one in note["derogations"]] == [(passed_over["code"], 3, NOTE)]
    with refused("stage_not_in_state"):
        season.do(propose_decision, kind="derogate", subject=subject | {"seats": 2}, note=NOTE)


def test_a_derogation_can_take_away_what_the_rules_gave(cast):
    season = cast.once(closed)
    (proposal,) = season.see(stage_page, **MERIT)["proposals"]
    taken = next(row for row in proposal["rows"] if row["seats"])
    season.both("derogate", NOTE, **MERIT, award="scholarship", application=taken["id"], seats=0)

    season.publish().finish()

    row = next(one for one in season.awards("scholarships") if one["application_id"] == taken["id"])
    assert row["state"] == "out"
    assert sum(one["seats"] for one in season.awards("scholarships", "offered")) <= 20


def test_offers_leave_after_the_window_for_appeals_and_every_decision(cast):
    season = cast.once(told)
    row = season.awards("scholarships", "waiting")[0]
    appeal = season.house.perform(appeal_award, lead_of(season, row), **MERIT, ground="arithmetic", words="Sumen.")
    season.clock.now += timedelta(days=5)
    with refused("appeals_window_open"):
        season.do(propose_decision, kind="finish_awards", subject=MERIT)
    season.clock.now += timedelta(seconds=1)
    with refused("appeals_open"):
        season.do(propose_decision, kind="finish_awards", subject=MERIT)
    season.do(decide_award_appeal, season.oriana, appeal_id=appeal, reason="no_error", note="Todo suma.")

    season.both("finish_awards", **MERIT)

    assert season.mails()["offer"] == len(season.awards("scholarships", "offered"))
    assert season.see(stage_page, **MERIT)["next"][0] == "wait_answers"


def test_an_appeal_has_a_window_a_ground_and_words_and_is_filed_once(cast):
    season = cast.once(told)
    who = lead_of(season, season.awards("scholarships", "waiting")[0])
    facts = {**MERIT, "ground": "arithmetic", "words": "Sumen."}
    with refused("not_found"):
        season.house.perform(appeal_award, who, **facts | {"ground": "deserve"})
    with refused("appeal_needs_words"):
        season.house.perform(appeal_award, who, **facts | {"words": "  "})
    with refused("stage_not_in_state"):
        season.house.perform(appeal_award, who, **facts | {"stage": "delegates"})
    season.house.perform(appeal_award, who, **facts)
    with refused("appeal_is_filed"):
        season.house.perform(appeal_award, who, **facts)
    season.clock.now += timedelta(days=5, seconds=1)
    other = lead_of(season, season.awards("scholarships", "chosen")[0])
    with refused("appeals_window_over"):
        season.house.perform(appeal_award, other, **facts)


def test_an_upheld_appeal_goes_first_on_the_waitlist(cast):
    season = cast.once(told)
    last = season.awards("scholarships", "waiting")[-1]
    appeal = season.house.perform(appeal_award, lead_of(season, last), **MERIT, ground="rule", words="Miren.")
    with refused("reason_unknown"):
        season.do(decide_award_appeal, season.oriana, appeal_id=appeal, reason="friend")
    with refused("not_found"):
        season.do(decide_award_appeal, season.oriana, appeal_id="nothinghere1", reason="no_error")
    season.do(decide_award_appeal, season.oriana, appeal_id=appeal, reason="rule_not_applied", note="Tenía razón.")
    with refused("appeal_is_decided"):
        season.do(decide_award_appeal, season.oriana, appeal_id=appeal, reason="no_error")

    season.finish()

    row = next(one for one in season.awards("scholarships") if one["id"] == last["id"])
    assert row["line"] == 1 or row["state"] == "offered"
    assert season.mails()["appeal_decided"] == 1


def test_an_upheld_appeal_adds_seats_where_the_call_says_so(cast):
    def build(cast):
        season = Season(cast, teams=8, seats=20, raters=4, upheld="adds_seat").apply().screen().rate().draw().close()
        return season.publish()

    season = cast.once(build, "adds seats")
    last = season.awards("scholarships", "waiting")[-1]
    appeal = season.house.perform(appeal_award, lead_of(season, last), **MERIT, ground="rule", words="Miren.")
    season.do(decide_award_appeal, season.oriana, appeal_id=appeal, reason="error_found")

    season.finish()

    rows = {row["id"]: row for row in season.awards("scholarships")}
    assert rows[last["id"]]["state"] == "offered"
    assert sum(row["seats"] for row in rows.values() if row["state"] == "offered") > 20 - 3
    answer(season, rows[last["id"]], decline_offer)
    held = sum(row["seats"] for row in season.awards("scholarships", "offered"))
    assert held <= 20


def test_others_rate_again_and_blind_and_their_result_decides_but_never_lowers(cast, tmp_path):
    def build(cast):
        return Season(cast, teams=8, seats=20, raters=6).apply().screen().rate().draw().close().publish()

    season = cast.once(build, "six raters")
    row = season.awards("scholarships", "waiting")[-1]
    name, appeal = (
        row["application_id"],
        season.house.perform(appeal_award, lead_of(season, row), **MERIT, ground="rule", words="Miren."),
    )
    before = {account for (account,) in season.sql("SELECT account_id FROM rating WHERE application_id = :a", a=name)}
    decide = {"appeal_id": appeal, "reason": "rated_higher"}
    figures = season.see(rating_statistics, **MERIT)
    assert season.refusal(decide_award_appeal, season.oriana, **decide) == "rerating_says_otherwise"
    assert season.do(rerate_application, appeal_id=appeal) == 2
    assert season.refusal(rerate_application, appeal_id=appeal) == "rerating_is_asked"
    assert season.refusal(decide_award_appeal, season.oriana, **decide) == "award_rerating_waits"
    asked = [
        who for (who,) in season.sql("SELECT account_id FROM assignment WHERE purpose = 'appeal' AND ended_at IS NULL")
    ]
    assert not before & set(asked)
    for who in season.raters:
        if who.id in asked:
            season.rate_one(who, name, levels="3")
    (told_,) = season.see(stage_page, **MERIT)["appeals"]
    assert (told_["rerated"].missing, told_["rerated"].second, told_["rerated"].higher) == (0, 100, True)
    # How the round went does not change by it; and a stranger finds the same scores as before.
    assert season.see(rating_statistics, **MERIT) == figures
    for public in (False, True):
        make(season.house, tmp_path / "b.zip", public=public, programme_id=season.id)
        assert verify(tmp_path / "b.zip").faults == ()
    with refused("rerating_says_otherwise"):
        season.do(decide_award_appeal, season.oriana, appeal_id=appeal, reason="rated_not_higher")

    season.do(decide_award_appeal, season.oriana, **decide)

    assert season.awards("scholarships", "waiting")[-1]["reason"]["score"] == row["reason"]["score"]
    (stage,) = season.house.look(own_results, lead_of(season, row))["stages"]
    assert all(len(one["levels"]) == len(before) for one in stage["criteria"])


def test_of_an_erased_application_an_open_offer_goes_down_the_waitlist_at_once(cast, tmp_path):
    season = cast.once(offered)
    next_, erased = season.awards("scholarships", "waiting")[0], []

    # The first who waits may need more than one to go, where a cap is in the way.
    for row in season.awards("scholarships", "offered"):
        season.do(erase_application, application_id=row["application_id"])
        erased.append(row["id"])
        if next_["id"] in {one["id"] for one in season.awards("scholarships", "offered")}:
            break

    rows = {row["id"]: row for row in season.awards("scholarships")}
    assert {rows[one]["state"] for one in erased} == {"withdrawn"}
    # The next of the frozen order is offered seats by mail in the same breath.
    assert rows[next_["id"]]["state"] == "offered"
    offers = [row for row in rows.values() if row["state"] == "offered"]
    assert sum(row["seats"] for row in offers) <= 20
    # An erased team's own offer's mail is erased with her.
    assert season.mails()["offer"] == len(offers)
    make(season.house, tmp_path / "b.zip", programme_id=season.id)
    assert verify(tmp_path / "b.zip").faults == ()


def test_who_was_erased_before_the_offers_leave_is_offered_nothing(cast):
    season = cast.once(told)
    chosen, next_ = season.awards("scholarships", "chosen"), season.awards("scholarships", "waiting")[0]

    # All of them, so that no cap and no seat is in the way of who waits first.
    for row in chosen:
        season.do(erase_application, application_id=row["application_id"])
    assert [row["state"] for row in season.awards("scholarships") if row["id"] == next_["id"]] == ["waiting"]
    season.finish()

    rows = {row["id"]: row["state"] for row in season.awards("scholarships")}
    assert {rows[row["id"]] for row in chosen} == {"withdrawn"}
    assert rows[next_["id"]] == "offered"


def test_nor_where_her_appeal_had_been_upheld(cast):
    def build(cast):
        return Season(cast, teams=8, seats=20, upheld="adds_seat").apply().screen().rate().draw().close().publish()

    season = cast.once(build, "upheld and erased")
    last = season.awards("scholarships", "waiting")[-1]
    appeal = season.house.perform(appeal_award, lead_of(season, last), **MERIT, ground="rule", words="Miren.")
    season.do(decide_award_appeal, season.oriana, appeal_id=appeal, reason="error_found")
    season.do(erase_application, application_id=last["application_id"])

    season.finish()

    assert [row["state"] for row in season.awards("scholarships") if row["id"] == last["id"]] == ["waiting"]


def test_what_an_erased_application_had_accepted_stays_counted(cast):
    season = cast.once(offered)
    one = season.awards("scholarships", "offered")[0]
    season.accept(one)
    waiting = len(season.awards("scholarships", "waiting"))

    season.do(erase_application, application_id=one["application_id"])

    assert [row["state"] for row in season.awards("scholarships") if row["id"] == one["id"]] == ["accepted"]
    assert len(season.awards("scholarships", "waiting")) == waiting


def prizes(cast):
    return Season(cast, teams=8, prizes=2).apply().screen().rate().draw().close().publish().finish()


@pytest.mark.parametrize("members", [[], [0], [0, 1, 2], [99]])
def test_a_prize_is_accepted_whole_whoever_is_named(cast, members):
    season = cast.once(prizes)
    one, other = season.awards("scholarships", "offered")
    assert (one["seats"], other["seats"]) == (1, 1)

    answer(season, one, members=members)

    rows = {row["id"]: row for row in season.awards("scholarships")}
    assert (rows[one["id"]]["state"], rows[one["id"]]["seats"]) == ("accepted", 1)
    # Nothing became free by it.
    assert [row["id"] for row in season.awards("scholarships", "offered")] == [other["id"]]
    assert own(season, one)["people"] is None
    assert season.refusal_of(lambda: answer(season, one, members=members)) == "offer_not_open"


def test_a_prize_that_is_declined_goes_to_the_next_in_the_frozen_order(cast):
    season = cast.once(prizes)
    one, next_ = season.awards("scholarships", "offered")[0], season.awards("scholarships", "waiting")[0]

    answer(season, one, decline_offer)

    rows = {row["id"]: row["state"] for row in season.awards("scholarships")}
    assert (rows[one["id"]], rows[next_["id"]]) == ("declined", "offered")


def test_nobody_is_left_to_rate_again_is_said(cast):
    season = cast.once(told)
    row = season.awards("scholarships", "waiting")[0]
    appeal = season.house.perform(appeal_award, lead_of(season, row), **MERIT, ground="rule", words="Miren.")
    season.sql("DELETE FROM \"grant\" WHERE role = 'evaluator'")

    assert season.refusal(rerate_application, appeal_id=appeal) == "nobody_to_rerate"
    assert season.refusal(rerate_application, appeal_id="nothinghere1") == "not_found"


def test_who_judged_a_team_does_not_decide_its_appeal(cast):
    season = cast.once(told)
    row = season.awards("scholarships", "waiting")[0]
    appeal = season.house.perform(appeal_award, lead_of(season, row), **MERIT, ground="rule", words="Miren.")

    with refused("appeal_by_others"):
        season.do(decide_award_appeal, season.olga, appeal_id=appeal, reason="no_error")


def test_an_offer_is_accepted_until_its_last_instant_and_not_a_second_later(cast):
    season = cast.once(offered)
    one, other = season.awards("scholarships", "offered")[:2]
    season.clock.now = one["expires_at"]
    answer(season, one, **seats_of(one))
    season.clock.now += timedelta(seconds=1)

    with refused("offer_expired") as caught:
        answer(season, other, **seats_of(other))

    assert caught.value.parameters == {"at": other["expires_at"]}
    with refused("offer_not_open"):
        answer(season, one, **seats_of(one))


def test_the_program_lets_offers_expire_and_their_seats_go_down_the_waitlist(cast):
    season = cast.once(offered)
    before = season.awards("scholarships", "offered")
    season.clock.now = before[0]["expires_at"]
    assert season.house.perform(expire_offers, PROGRAM) == 0
    season.clock.now += timedelta(seconds=1)

    assert season.house.perform(expire_offers, PROGRAM) == len(before)

    after = season.awards("scholarships", "offered")
    assert not {row["id"] for row in before} & {row["id"] for row in after}
    assert after and sum(row["seats"] for row in after) <= 20
    assert season.house.perform(expire_offers, PROGRAM) == 0


def test_a_declined_offer_goes_to_the_next_and_nothing_is_run_anew(cast):
    season = cast.once(offered)
    rows = season.awards("scholarships")
    one = season.awards("scholarships", "offered")[0]

    answer(season, one, decline_offer)

    after = {row["id"]: row for row in season.awards("scholarships")}
    assert after[one["id"]]["state"] == "declined"
    assert [row["place"] for row in rows] == [row["place"] for row in after.values()]
    with refused("offer_not_open"):
        answer(season, one, decline_offer)
    accepted = season.awards("scholarships", "offered")[0]
    answer(season, accepted, **seats_of(accepted))
    answer(season, accepted, decline_offer)
    assert {row["id"]: row["state"] for row in season.awards("scholarships")}[accepted["id"]] == "withdrawn"


def test_fewer_may_come_down_to_what_the_call_allows_and_nobody_twice(cast):
    season = cast.once(offered)
    row = next(one for one in season.awards("scholarships", "offered") if one["seats"] > 3)
    for members in ([0, 1], [*range(row["seats"]), row["seats"]], []):
        assert season.refusal_of(lambda members=members: answer(season, row, members=members)) in (
            "members_outside", "not_found",
        )  # fmt: skip
    with refused("member_named_twice"):
        answer(season, row, members=[0, 0, 1])

    answer(season, row, members=[0, 1, 2])

    found = next(one for one in season.awards("scholarships") if one["id"] == row["id"])
    assert (found["seats"], len(found["people"])) == (3, 3)


def test_nobody_answers_for_another_team(cast):
    season = cast.once(offered)
    one, other = season.awards("scholarships", "offered")[:2]
    mallory = lead_of(season, other)

    for action, facts in ((accept_offer, {"members": [0]}), (decline_offer, {})):
        with refused("not_found"):
            season.house.perform(action, mallory, award_id=one["id"], **facts)
    with refused("not_found"):
        season.house.perform(accept_offer, season.olga, award_id=one["id"], members=[0])


@pytest.fixture
def summit(cast):
    """Give a season whose delegates are asked for."""

    def build(cast):
        season = offered(cast)
        for row in season.awards("scholarships", "offered"):
            season.accept(row)
        return season.play().rate_drill().close("delegates").publish("delegates").finish("delegates")

    return cast.once(build, "summit")


def test_a_lead_names_a_delegate_and_somebody_in_her_stead_until_they_are_confirmed(summit):
    row = summit.awards("delegates", "offered")[0]
    for wrong in ({"members": [0]}, {"members": [0, 1], "alternate": 2}):
        with refused("delegate_missing"):
            answer(summit, row, **wrong)
    with refused("member_named_twice"):
        answer(summit, row, members=[0], alternate=0)
    with refused("offer_not_open"):
        summit.do(confirm_delegate, award_id=row["id"])
    answer(summit, row, members=[0], alternate=1)
    answer(summit, row, name_delegate, delegate=1, alternate=2)
    summit.do(confirm_delegate, award_id=row["id"])

    with refused("delegate_is_confirmed"):
        answer(summit, row, name_delegate, delegate=0, alternate=2)
    with refused("delegate_is_confirmed"):
        summit.do(confirm_delegate, award_id=row["id"])
    found = next(one for one in summit.awards("delegates") if one["id"] == row["id"])
    assert found["confirmed"] and len(found["people"]) == 1 and found["alternate"]
    with refused("not_found"):
        summit.do(confirm_delegate, award_id="nothinghere1")


def test_an_institution_sends_one_delegate(summit):
    sent = [row["application_id"] for row in summit.awards("delegates", "offered", "accepted")]

    assert len({summit.house_of[name] for name in sent}) == len(sent)


def test_attendance_is_noted_after_the_meeting_and_never_above_the_seats(summit):
    seats = {row["application_id"]: row["seats"] for row in summit.awards("scholarships", "accepted")}
    one = next(iter(seats))
    summit.clock.now = MEETINGS - timedelta(seconds=1)
    with refused("meeting_not_yet"):
        summit.do(note_attendance, meeting="m0", present={one: 1})
    summit.clock.now = MEETINGS + timedelta(days=2)
    for wrong in (-1, seats[one] + 1):
        with refused("present_outside"):
            summit.do(note_attendance, meeting="m0", present={one: wrong})
    for wrong in ({"meeting": "nothing", "present": {}}, {"meeting": "m0", "present": {"nothing": 1}}):
        with refused("not_found"):
            summit.do(note_attendance, **wrong)
    summit.do(note_attendance, meeting="m0", present=seats | {one: 0})
    summit.do(note_attendance, meeting="m1", present=dict.fromkeys(seats, 1))

    lines = {line["id"]: line for line in summit.see(attendance_page)["lines"]}

    assert lines[one]["missed"] == ["m0"] and lines[one]["below"]
    other = list(seats)[1]
    assert lines[other]["share"] == 100 * (seats[other] + 1) // (2 * seats[other])
    assert lines[other]["below"] == (lines[other]["share"] < 75)
