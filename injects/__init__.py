"""What reaches whom, and when: injects, asks, conditions and the arithmetic of due instants, as pure functions."""
