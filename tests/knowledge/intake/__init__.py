"""Tests of how knowledge comes in."""
