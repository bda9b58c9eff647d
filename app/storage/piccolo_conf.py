"""What Piccolo looks for: the engine in use and the app with the migrations."""

from piccolo.conf.apps import AppRegistry

from app.storage.engine import DB

__all__ = ["APP_REGISTRY", "DB"]

APP_REGISTRY = AppRegistry(apps=["app.storage.piccolo_app"])
