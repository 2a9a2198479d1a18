"""What leaves the workspace for others: packages, exports and drafts of legal requests."""
