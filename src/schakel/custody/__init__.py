"""The seals: every source is hashed and kept before anyone reads it, and every act is logged in a chain."""
