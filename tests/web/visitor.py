"""A browser of the tests that presses only what stands on a page: what has no form there cannot be done by a person."""

import html
import re

from tests.web.conftest import Browser

FORM = re.compile(r"<form ([^>]*)>(.*?)</form>", re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
META = re.compile(r'name="csrf-token" content="([^"]+)"')


class Visitor(Browser):
    """Somebody at her own device, with an address of her own."""

    def read(self, path, status=200):
        """Open a page, and give what it says."""
        answer = self.get(path)
        assert answer.status_code == status, (path, answer.status_code, answer.text[:2000])
        return answer.text

    def words(self, path):
        """Give what a page says, as it is read."""
        return html.unescape(self.read(path))

    def take(self, path):
        """Save a file from its link; gives its bytes."""
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        assert answer.headers["Content-Disposition"].startswith("attachment"), path
        assert answer.data
        return answer.data

    def press(self, page, action, fields=None, *, shown=None, status=303):
        """Fill in the form of *page* that leads to *action* (a pattern), and send it; gives the answer."""
        shown = shown or self.read(page)
        told, into = self._form(shown, action, page)
        for name in fields or {}:
            assert f'name="{name}"' in shown, f"{page} does not ask for {name}"
        answer = self.client.post(into, data=told | (fields or {}), environ_base={"REMOTE_ADDR": self.address})
        assert answer.status_code == status, (into, answer.status_code, answer.text[:3000])
        return answer

    def tell(self, page, into, facts):
        """Send what a page's script sends; gives what it is answered."""
        found = META.search(self.read(page))
        headers = {"X-CSRFToken": found[1], "Accept": "application/json"}
        return self.client.post(into, json=facts, headers=headers, environ_base={"REMOTE_ADDR": self.address})

    @staticmethod
    def _form(shown, action, page):
        for attributes, body in FORM.findall(shown):
            leads = re.search(r'action="([^"]*)"', attributes)
            into = html.unescape(leads[1]) if leads else page
            if re.fullmatch(action, into.partition("?")[0]):
                hidden = {name: html.unescape(value) for name, value in HIDDEN.findall(body)}
                return hidden, into
        raise AssertionError(f"{page} has no form that leads to {action}")
