"""Tests of the pictures: what they show, that they are drawn, and that everyone can read them."""
