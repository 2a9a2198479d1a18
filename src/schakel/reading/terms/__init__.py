"""The words of the lists, and the search for them in whole columns and in single texts."""
