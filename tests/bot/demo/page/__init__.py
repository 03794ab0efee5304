"""The demo: its page in a real browser, what it serves, how it starts and stops."""
