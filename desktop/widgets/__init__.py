"""Small parts that views share."""
