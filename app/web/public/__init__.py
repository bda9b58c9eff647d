"""What families and participants read: every page the same bytes for every visitor."""
