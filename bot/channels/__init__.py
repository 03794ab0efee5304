"""Where people write: the terminal and Telegram, the same assistant behind each."""
