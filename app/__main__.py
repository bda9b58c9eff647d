"""`python -m app` is `hidamari`."""

from app.cli import main

if __name__ == "__main__":
    main()
