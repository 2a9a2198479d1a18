"""Preview pages of t.me: what the site shows of a public channel to anybody, saved as pages."""
