"""The API's blueprint: its operations and its document register here."""

from flask import Blueprint

from web.api.pace import Pace

api = Blueprint("api", __name__)
api.record_once(lambda state: state.app.extensions.update(api_pace=Pace()))
