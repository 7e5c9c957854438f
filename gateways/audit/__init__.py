"""The auditors' gateway: a case rebuilt from the logs of all services, now or at any past moment."""
