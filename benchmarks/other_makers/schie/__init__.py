"""schie: six made-up markets on a chat platform, with their truth."""
