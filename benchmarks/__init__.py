"""Benchmarks: `make bench CORPUS=folder`."""
