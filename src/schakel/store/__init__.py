"""The only room that knows DuckDB, Parquet and the casebook's database."""
