"""The portal as people use it: in a browser, and by every role at every address."""
