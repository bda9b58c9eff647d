"""Reading open data, without a store."""
