"""The market report to print: one HTML page without anything from outside, and the same as PDF."""
