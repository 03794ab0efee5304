"""What a conversation needs to be remembered."""
