"""Questions that go on from the last answer: more of it, the second one, why, who said so."""
