"""Rows beside the tables, so that a page finds its own without reading all: a few rows of a large table by what they
are known by, and answers of questions that were asked for every seller at once.

By-products that can be made again at any time; they hold for the tables they were made from and for no others.
"""
