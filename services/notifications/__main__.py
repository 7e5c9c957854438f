"""`python -m services.notifications serve|work`: the service on its own, as the distributed platform runs it."""

from shared.hosting.process import main

if __name__ == "__main__":
    main("services.notifications.service:SERVICE")
