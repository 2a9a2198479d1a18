"""Work of many texts on a Spark cluster, or on Spark on this machine; the tables are the same as without it."""
