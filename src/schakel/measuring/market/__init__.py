"""What the market looks like: ads, prices, goods, areas, hours, concentration, who comes and goes."""
