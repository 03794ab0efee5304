"""Questions asked of all or several municipalities: who says it, how many, since when, the most."""
