"""Mentions that nothing introduces (R)."""
