"""Backups: everything an installation holds at one moment, as one file, and back again on either engine."""
