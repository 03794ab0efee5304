"""A Bot API server of our own on loopback: what tests and the demo talk to instead of Telegram."""
