"""What is kept: tables, the engine, transactions and queries, one file a noun."""

import os

# Piccolo looks for its engine by this name; the settings of Hidamari decide which engine stands behind it.
os.environ["PICCOLO_CONF"] = "app.storage.piccolo_conf"
