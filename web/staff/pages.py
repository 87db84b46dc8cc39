"""The staff room's pages."""

from flask import Blueprint

staff = Blueprint("staff", __name__, template_folder="templates")


@staff.get("/drills")
def home() -> str:
    """Show the drills."""
    return ""
