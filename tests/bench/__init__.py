"""Measures the site beside what others would build from the same text; see `make bench`."""
