"""The benchmark: ``python -m tests.bench``. Not collected by pytest.

``database`` seeds releases and copies them for each run, ``server`` runs the product with ``settings`` and ``urls``
(the floor and stock Wagtail's API beside it), ``load`` asks from a process of its own, ``cases`` says what is asked
and which share of the floor it must reach, ``measuring`` alternates, ``table`` prints and writes.
"""
