"""What somebody who looks after the server watches: whether it can work, what it measures, what it logs."""
