"""The blueprint of the audit's room: who did what, what is held about whom, and erasing it."""

from flask import Blueprint

audit = Blueprint("audit", __name__, template_folder="templates")
