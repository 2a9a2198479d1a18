"""The search index: which words stand in which text, and which messages carry each text.

A by-product that can be made again at any time; it lies beside the tables and is thrown away whenever they change.
"""
