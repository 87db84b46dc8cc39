"""Documents of the field in and out: spreadsheets with a MSEL, and CEXF."""
