"""A staff member and their own account: how they come in, sign in, and leave."""
