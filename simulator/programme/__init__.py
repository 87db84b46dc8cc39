"""A programme as its organizers run it: eligibility, stages, selection, offers, delegates, and how all is explained."""
