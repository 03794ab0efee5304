"""Tests of the benchmark: what it makes is the same at every run, and what it tells is so."""
