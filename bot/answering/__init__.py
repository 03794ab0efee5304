"""Question to an Answer: which statements, and what is said of them."""
