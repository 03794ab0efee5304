"""How the bot runs: its settings and its log."""
