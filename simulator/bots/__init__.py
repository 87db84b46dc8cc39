"""Bots: participants and evaluators played by the program, in demos and rehearsals."""
