"""How well the reading reads: measured on messages that people labelled, with simple methods beside it.

1. labels      labelled messages from JSON lines, ordinary messages from whatever they lie in
2. found       what the reading, a keyword list and TF-IDF with logistic regression say about each
3. comparing   labels against what was found, message by message
4. figures     precision, recall, F1 with intervals; false alarms; calibration
5. report      all of it in one record, and the misread messages for an analyst to look at
"""
