"""Markets whose makers saw neither this program nor each other's, and what the program makes of them."""
