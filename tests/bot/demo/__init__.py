"""The Bot API server of our own, talked to over HTTP."""
