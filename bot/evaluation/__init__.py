"""Questions and their judgement."""
