"""What tests stand on: a database on both engines, a clock, a client, a server."""
