"""Selection (rules.md 30): who gets seats by announced rules, who waits, what was relaxed, and why, for each team."""
