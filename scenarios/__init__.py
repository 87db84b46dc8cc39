"""Documents to objects and back, with errors that name the place and the next step."""
