"""importing room; nothing is imported here, for the process that reads a file starts in it and wants to be quick."""
