"""What each refusal says to a person: a code of the simulator becomes a sentence with the next step."""

from datetime import datetime

from simulator.refusal import Refusal
from web.words import N_, say
from web.words.applying import APPLYING
from web.words.awarding import AWARDING
from web.words.backups import BACKUPS
from web.words.bundles import REFUSED as BUNDLES
from web.words.instants import instant_words
from web.words.printing import PRINTING
from web.words.result_refusals import RESULTS
from web.words.storing import STORING
from web.words.writing import WRITING

REFUSALS: dict[str, str] = {
    "not_found": N_("There is nothing here, or it is not yours to see."),
    "already_done": N_("Somebody was faster: this has already been done."),
    # what takes two people
    "second_person_needed": N_("You proposed this yourself: somebody else has to sign it."),
    "decision_is_open": N_("This has been proposed already, and waits for a second person."),
    "decision_is_over": N_("This is no longer open: somebody has signed, refused or withdrawn it."),
    "decision_is_anothers": N_("Only who proposed this can take it back; you can refuse it."),
    "note_too_long": N_("Shorten the note to %(longest)s characters."),
    # drills
    "drill_needs_name": N_("Give the drill a name of 1 to %(longest)s characters."),
    "drill_needs_team": N_("Add at least one team before the drill can start."),
    "drill_name_differs": N_("Type the drill's name exactly, “%(name)s”, to go on."),
    "drill_not_in_state": N_("This cannot be done now: the drill's state has changed. Look at the console again."),
    "drill_already_stopped": N_("The drill has already been stopped."),
    "drill_paused": N_("The drill is paused. Your text is saved; send it when the drill goes on."),
    "only_lead_resumes": N_("After a STOP only the lead facilitator can resume the drill."),
    "speed_is_for_rehearsals": N_("Speed can only be changed in a rehearsal."),
    "speed_unknown": N_("Choose one of these speeds: %(speeds)s."),
    "scenario_has_errors": N_("The scenario has errors; nothing was created. Mend them and try again."),
    "list_not_chosen": N_("Choose the file with your list."),
    "list_too_hard": N_(
        "Reading this file takes too much time or memory. Copy the list alone into a new file, and try again."
    ),
    "list_has_errors": N_("Nothing was saved, since something stands in the way. It is marked below."),
    "choices_changed": N_("You have changed something. Look at what becomes of it, and save it then."),
    "start_not_understood": N_("“%(value)s” is no start that is understood. Write it like 09:00 or 2031-03-03T09:00."),
    "scenario_not_chosen": N_("Choose a scenario from the library, or a file of your own."),
    "time_zone_unknown": N_("“%(time_zone)s” is not a time zone we know. Write it like America/Panama."),
    "team_needs_name": N_("Give the team a name of 1 to %(longest)s characters."),
    "team_name_taken": N_("There is already a team called “%(name)s”. Choose another name."),
    "too_many_teams": N_("A drill holds at most %(most)s teams."),
    # injects by hand
    "reason_missing": N_("For a single team, choose a reason; it is noted in the register of deviations."),
    "reason_unknown": N_("Choose one of these reasons: %(reasons)s."),
    "move_too_far": N_("An inject can be moved by at most twelve hours."),
    "inject_has_no_time": N_("This inject has no planned time that could be moved."),
    # joining
    "code_unknown": N_("This code does not open a team now. Check the letters, or ask your facilitator."),
    "name_is_there": N_("“%(name)s” is already in this team."),
    "name_needed": N_("Write your name, up to %(longest)s characters."),
    "lead_taken": N_("%(name)s already leads this team. Choose another seat."),
    "return_link_unknown": N_("This return link no longer works. Join with your team's code and your name."),
    "return_codes_unknown": N_("These two codes do not belong together. Check them, or join again with your name."),
    "too_many_tries": N_("Too many tries. Wait a minute and try again."),
    "too_many_joins": N_("Very many people have just joined this team. Wait a minute and try again."),
    "too_many": N_("So much at once does not work. Wait a moment; what you wrote is kept."),
    "too_large": N_("This is too large to be sent. Shorten it, or choose a smaller file."),
    "request_malformed": N_("This could not be read. Load the page again and try once more."),
    "notice_unread": N_("The privacy notice has changed. Read it once more; then you can go on."),
    "controller_unreadable": N_("Write name and contact with at most %(longest)s letters each, on one line."),
    "controller_incomplete": N_("Give both, the organisation's name and how to reach it, or leave both empty."),
    # answering
    "nothing_asked": N_("This message asks for no answer."),
    "inject_withdrawn": N_("This message was withdrawn: disregard it. No answer is needed."),
    "inject_declined": N_("Your team has declined this message."),
    "inject_not_optional": N_("This message cannot be declined."),
    "answer_final": N_("Your team has confirmed its decision; it can no longer be changed."),
    "confirmation_needed": N_("This decision is final. Confirm it to send it."),
    "answer_empty": N_("Write or choose an answer before you send it."),
    "text_too_long": N_("Shorten the text to %(longest)s characters."),
    "answer_wrong_kind": N_("This answer does not fit the question. Load the page again and answer once more."),
    "answer_unknown_key": N_("This answer holds “%(key)s”, which nobody asked for. Load the page again."),
    "answer_too_long": N_("Your text has %(words)s words; at most %(max_words)s are allowed. Shorten it."),
    "answer_too_large": N_(
        "Your text has %(characters)s characters; at most %(max_characters)s are allowed. Shorten it."
    ),
    "option_unknown": N_("“%(option)s” is not one of the options. Load the page again and choose once more."),
    "rationale_missing": N_("Write in a few words why you chose this."),
    "field_unknown": N_("There is no field “%(field)s”. Load the page again and answer once more."),
    "field_required": N_("Fill in “%(field)s” before you send the answer."),
    "field_bad_number": N_("“%(value)s” in “%(field)s” is not a number. Write one such as 12 or 3.5."),
    "field_bad_date": N_("“%(value)s” in “%(field)s” is not a date. Write it like 2031-03-03."),
    "field_option_unknown": N_("“%(option)s” cannot be chosen in “%(field)s”. Choose one that is shown."),
    "field_wrong_kind": N_("What is in “%(field)s” does not fit. Load the page again and fill it in once more."),
    "field_too_long": N_("“%(field)s” has %(words)s words; at most %(max_words)s are allowed. Shorten it."),
    "field_too_large": N_(
        "“%(field)s” has %(characters)s characters; at most %(max_characters)s are allowed. Shorten it."
    ),
    "table_too_long": N_("“%(field)s” has %(rows)s rows; at most %(max_rows)s are allowed. Leave some out."),
    "column_unknown": N_("“%(field)s” has no column “%(column)s”. Load the page again and fill it in once more."),
    "picture_unreadable": N_("This picture cannot be shown. Tell your facilitator; go on without it."),
    # rating
    "drill_not_rated": N_("This drill is for learning only: nothing in it is rated."),
    "rating_malformed": N_("This rating could not be read. Load the page again and give it once more."),
    "criterion_not_rated": N_("The criterion %(criterion)s is not rated here."),
    "level_outside_rubric": N_("“%(level)s” is not a level of this rubric. Choose one of: %(levels)s."),
    "sentence_missing": N_(
        "Write one sentence that says why. For the lowest and the highest level it quotes the response."
    ),
    "sentence_without_quote": N_(
        "Quote the response: copy at least three words in a row from it, or all of it if it is shorter."
    ),
    "sentence_too_long": N_("Shorten the sentence to %(longest)s characters."),
    "response_not_ready": N_("This response can still change. It can be rated once its deadline has passed."),
    "ratings_missing": N_("%(missing)s responses of %(teams)s teams still wait for ratings."),
    "rating_is_closed": N_("The round of ratings is closed. A rating changes only if two organizers open it again."),
    "rating_is_open": N_("The round is still open: she can change her rating herself."),
    "nothing_to_reopen": N_("There is no rating here that could be opened again, or it is open already."),
    "calibration_needed": N_("Rate the model answers first; then the responses open."),
    "calibration_not_asked": N_("No calibration is asked in this round."),
    "anchor_not_open": N_("This model answer is not open to you now. Load the page again."),
    "team_not_chosen": N_("Choose one of the teams that are rated here."),
    "already_recused": N_("She is already kept from this team."),
    "languages_missing": N_("Choose at least one language that you read."),
    "declaration_too_long": N_("Shorten country and institution to %(longest)s characters."),
    "no_evaluators": N_("Nobody may rate here yet. Give somebody the role of evaluator first."),
    "nothing_to_assign": N_("There is nothing to give out yet: add teams first."),
    "nothing_to_move": N_("She has nothing left that could be given to others."),
    "feedback_not_yet": N_("Your feedback opens when the round of ratings is closed."),
    "standings_are_published": N_("The standings are published; ratings can no longer be changed."),
    **RESULTS,
    **BACKUPS,
    **STORING,
    **WRITING,
    **PRINTING,
    # staff
    "already_set_up": N_("This installation is already set up. Sign in."),
    "email_malformed": N_("Write an e-mail address like name@ministry.example."),
    "email_taken": N_("There is already an account with this address."),
    "role_unknown": N_("Choose one of these roles: %(roles)s."),
    "link_used_or_expired": N_("This link was already used or has expired. Ask an organizer for a new one."),
    "token_needs_name": N_("Give the token a name of 1 to %(longest)s characters, so that you know it again."),
    "token_needs_scope": N_("Choose at least one thing that the token may do."),
    "token_scope_unknown": N_("Choose what the token may do from this list: %(scopes)s."),
    "token_scope_not_yours": N_("You cannot give a token what you may not do yourself: %(scopes)s."),
    "token_days_outside": N_("A token lasts from 1 to %(most)s days."),
    "too_many_tokens": N_("You have %(most)s open tokens, which is the most. Revoke one that you no longer use."),
    "last_organizer": N_("She is the last organizer: make somebody else one first."),
    "already_erased": N_("She was erased already. Nothing is left to do."),
    "drill_still_runs": N_(
        "Her team can still answer. Take her out now if you must; erase her after the end of the drill."
    ),
    "account_not_disabled": N_("Disable the account first; erase it then."),
    "response_erased": N_("The words of this response were erased. What was rated before stands."),
    "person_name_differs": N_("That is not the name. Type it as it stands here: %(name)s."),
    "hold_outside": N_("Choose a day from tomorrow on, at most %(years)s years ahead."),
    "time_unreadable": N_("“%(time)s” cannot be read as a day or a time. Choose it again."),
    "times_turned": N_("The first time is after the last one. Turn them round."),
    "not_oneself": N_("You cannot do this to your own account. Ask another organizer."),
    "programme_needs_name": N_("Give the programme a name of 1 to %(longest)s characters."),
    "programme_name_taken": N_("There is already a programme called “%(name)s”. Choose another name."),
    "too_many_codes": N_("Too many codes were wrong. Try again in fifteen minutes, or ask an organizer for help."),
    "code_wrong": N_("This code is not right, or it was used already. Wait for the next one in your app."),
    "second_factor_missing": N_("Set up your second step first: your organizers ask it of all staff."),
    "second_factor_is_on": N_("The second step is already on."),
    "second_factor_is_off": N_("The second step is off already."),
    "second_factor_demanded": N_("Your organizers ask a second step of all staff; it cannot be turned off."),
    "second_factor_yours_first": N_("Set up your own second step first; then ask it of everybody."),
    "password_wrong": N_("This is not your password. Try again."),
    "password_needed": N_("Type your password to go on: you signed in a while ago."),
    "set_up_anew": N_("Begin once more: this was begun in another browser, or more than ten minutes ago."),
    "too_busy": N_("Many people are signing in right now. Try again in a few seconds."),
    "password_common": N_("This password would be guessed quickly. Take four words that do not belong together."),
    "sign_in_failed": N_("Address and password do not belong together. Try again."),
    "password_too_short": N_("Choose a password of at least %(shortest)s characters; a sentence works well."),
    "password_too_long": N_("Choose a password of at most %(longest)s characters."),
    # scripts
    "token_needed": N_("Send a token that opens as “Authorization: Bearer …”. Make one on the page “API tokens”."),
    "method_not_allowed": N_("This address is not asked in this way. See /api/v1/openapi.json."),
    "request_too_large": N_("This is too large to be read. Make it smaller."),
    "json_needed": N_("Send JSON, with “Content-Type: application/json”."),
    "too_many_requests": N_("Too many requests by this token. Wait %(seconds)s seconds."),
    "malformed": N_("Parts of this request do not fit; “places” says which, and what to do."),
    "signed_out": N_("You were signed out. Sign in again in another window, then go on here."),
    "form_expired": N_("This form has been open too long. Load the page again and send it once more."),
    "database_is_newer": N_("This database was written by a later version of Prontas. Install that version."),
    **APPLYING,
    **BUNDLES,
    **AWARDING,
    "server_failed": N_("Something went wrong on our side. Nothing was lost; try again in a moment."),
}


def words_of(refusal: Refusal, language: str) -> str:
    """Give the sentence of a refusal in a language."""
    words = REFUSALS.get(refusal.code, REFUSALS["server_failed"])
    told = {
        name: instant_words(language, value) if isinstance(value, datetime) else value
        for name, value in refusal.parameters.items()
    }
    return say(language, words, **told)
