"""The real bot under load, beside a bare echo bot of the same library.

    load → Bot API server → bot process → Bot API server → counted

Server and load share one process and one core; each bot is a process of its own on the other.
"""
