"""What is known, and how it is known: plans in, one database out. No users, no Telegram."""
