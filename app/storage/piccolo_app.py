"""The Piccolo app: the tables and where their migrations lie."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from app.storage.tables import TABLES

APP_NAME = "hidamari"
MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"

APP_CONFIG = AppConfig(
    app_name=APP_NAME,
    migrations_folder_path=str(MIGRATIONS),
    table_classes=list(TABLES),
)
