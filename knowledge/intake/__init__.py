"""How knowledge comes in: a page becomes a draft plan, and a finished plan is put in place."""
