"""Answer to text: plain, JSON, Telegram HTML; the phrases in both languages."""
