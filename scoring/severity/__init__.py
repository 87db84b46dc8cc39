"""How strict each rater is, what a unit's mean comes to without it, and what to look at in a rater's ratings."""
