"""One's open sessions: ended one by one, or all the others at once."""

from typing import Any

from simulator.actions.sessions import end_own_other_sessions, end_own_session
from web import door
from web.account.room import account


@account.post("/account/sessions/<session_id>/end")
@door.for_staff
def end_session(session_id: str) -> Any:
    """End one session; her own here leads to the way in."""
    door.house().perform(end_own_session, door.staff(), session_id=session_id)
    if session_id == door.staff().session_id:
        response = door.go("front.landing")
        door.drop_cookie(response, door.STAFF)
        return response
    return door.go("account.done", what="ended")


@account.post("/account/sessions/end-others")
@door.for_staff
def end_others() -> Any:
    """End all sessions but this one."""
    door.house().perform(end_own_other_sessions, door.staff())
    return door.go("account.done", what="others")
