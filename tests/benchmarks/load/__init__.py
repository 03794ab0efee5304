"""Tests of the load, in packages as it is."""
