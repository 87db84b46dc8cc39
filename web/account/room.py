"""The blueprint of the account's room: its pages register here."""

from flask import Blueprint

from web.hashing import Hashing

account = Blueprint("account", __name__, template_folder="templates")
# A server puts a pool of threads in its place (web/live/process.py).
account.record_once(lambda state: state.app.extensions.setdefault("hashing", Hashing()))
