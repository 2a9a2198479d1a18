"""zijl: made-up markets on a chat platform, with their truth, for measuring programs that read such markets."""
