"""The pages of an organiser: series, months, single sessions."""
