"""The evaluator room's pages."""

from flask import Blueprint

evaluator = Blueprint("evaluator", __name__, template_folder="templates")
