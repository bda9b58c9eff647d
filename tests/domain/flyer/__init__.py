"""Flyers cut into programmes."""
