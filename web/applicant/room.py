"""The applicants' blueprint: calls, and what a lead does with her own application."""

from flask import Blueprint

applicant = Blueprint("applicant", __name__, template_folder="templates")
