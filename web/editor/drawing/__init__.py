"""What the editor draws: the timeline and the branches, laid out as numbers that a template turns into SVG."""
