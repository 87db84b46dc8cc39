"""The facilitator room's blueprint: its pages register here."""

from flask import Blueprint

facilitator = Blueprint("facilitator", __name__, template_folder="templates")
