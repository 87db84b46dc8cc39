"""Everything that can be read, a file per page or stream; views change nothing."""
