"""Requests that nobody thought of, made from the contracts themselves.

``make fuzz`` asks FUZZ_REQUESTS (10,000 unless said) of each interface on each database; the suite a small share of
them with a fixed seed. Every answer is held against what all answers must be: a documented status, a problem or a
code where it is an error, its schema where it is none, at most two seconds and 30 SQL statements.
"""
