"""Releases in any number, for load tests: ``manage.py seed_volume N``.

Release number n says the same wherever and whenever it is made: ``dice`` chooses by n alone, ``words`` has the
sentences in both languages, ``composing`` makes a release of them. ``pool`` makes what all of them share (topics,
people, places, pictures, documents, tags), ``rows`` the rows of a batch, ``seeding`` the run as a whole.
"""
