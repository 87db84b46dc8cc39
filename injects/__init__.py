"""What reaches whom, and when: injects, asks, conditions and due instants, as pure functions."""
