"""Proof that every answer is one moment's truth: writers as processes beside readers as processes.

Writers publish, change, withdraw and schedule pairs of releases, both languages in one transaction. Readers ask the
interface, and hold each answer against a read of the store's tables in the same moment (``direct``): the store
version is the same before and after both. MOMENTS_READS says how many answers are compared.
"""
