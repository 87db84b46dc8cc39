"""Rules of points and places: rubric, quality, time credit, standings, the draw, as pure functions."""
