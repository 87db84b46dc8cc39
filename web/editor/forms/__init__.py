"""A part of a scenario as a form: what its fields are, how they are shown, and how what was typed is read back."""
