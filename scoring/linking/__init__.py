"""Several drills on one scale: by anchor responses, by equating, and objective by objective."""
