"""What a rehearsal shows, in words: as text for a terminal, as a document, and as a page with its timeline drawn."""
