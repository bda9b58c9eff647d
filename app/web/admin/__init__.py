"""Whoever looks after the installation: organisations, venues and those who begin there. No page with participants."""
