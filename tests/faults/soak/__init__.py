"""The distributed platform under load while its parts are killed, judged afterwards by its logs alone."""
