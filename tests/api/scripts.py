"""A script of the tests: it comes to the API with a token and nothing else."""

import json

from simulator.actions.tokens import create_token
from simulator.token_scopes import scopes_for

BASE = "/api/v1"


class Script:
    """A script with a token; it keeps no cookies."""

    def __init__(self, app, token):
        self.app, self.token = app, token

    def ask(self, method, path, body=None, *, language="en", token=None, **more):
        """Ask for a path below ``/api/v1``; *body* is sent as JSON."""
        headers = {"Authorization": f"Bearer {token or self.token}", **more.pop("headers", {})}
        if language:
            headers["Accept-Language"] = language
        if body is not None:
            more |= {"data": json.dumps(body), "content_type": "application/json"}
        # A client of its own, so that nothing is carried from one request to the next.
        return self.app.test_client(use_cookies=False).open(BASE + path, method=method, headers=headers, **more)

    def get(self, path, **more):
        """Read; gives what was told."""
        answer = self.ask("GET", path, **more)
        assert answer.status_code == 200, answer.text
        return answer.get_json()

    def post(self, path, **body):
        """Do something; gives what was told."""
        answer = self.ask("POST", path, body)
        assert answer.status_code in (200, 201, 204), answer.text
        return answer.get_json() if answer.data else None

    def refused(self, method, path, body=None, **more):
        """Ask for what must not work; gives the status and the error."""
        answer = self.ask(method, path, body, **more)
        assert answer.status_code >= 400, answer.text
        assert answer.content_type == "application/json"
        return answer.status_code, answer.get_json()["error"]


def script_of(app, house, who, *scopes, **facts):
    """Let somebody make a token, with all scopes she can give or only some, and give the script that holds it."""
    wanted = scopes or scopes_for(who, facts.get("bound_to"))
    return Script(app, house.perform(create_token, who, name="Script", scopes=wanted, **facts)["token"])
