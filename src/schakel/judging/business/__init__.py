"""What sellers do: goods, prices, hours, areas, and how large their business is."""
