"""What leaves the workspace for others: sealed packages, requests, exports."""
