"""The JSON API: no cookie is read, nothing is asked of a browser."""
