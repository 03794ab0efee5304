"""Visions and goals as pictures: for a phone, and on paper; with the same in words beside them."""
