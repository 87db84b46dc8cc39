"""The facilitator room's pages."""

from flask import Blueprint

facilitator = Blueprint("facilitator", __name__, template_folder="templates")
