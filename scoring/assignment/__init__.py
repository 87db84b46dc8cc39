"""Who rates what: a connected incomplete block design under the clearances of rules.md 33."""
