"""Login through the organisation's own identity provider (OpenID Connect), off unless `schakel.toml` names one."""
