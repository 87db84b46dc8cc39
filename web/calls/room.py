"""The blueprint of a programme's call, for organizers."""

from flask import Blueprint

calls = Blueprint("calls", __name__, template_folder="templates")
