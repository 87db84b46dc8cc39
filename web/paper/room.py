"""The paper room's blueprint: its templates are used by the other rooms, it has no page of its own."""

from flask import Blueprint

paper = Blueprint("paper", __name__, template_folder="templates")
