"""Who was selected, group by group, and what of it may be published without showing a few people."""
