"""Who acts: posts, departments and parties, and the places where another could stand."""
