"""The staff room's blueprint: its pages register here."""

from flask import Blueprint

staff = Blueprint("staff", __name__, template_folder="templates")
