"""Facts and time: drills, people, the log, the clock, and every action that changes them."""
