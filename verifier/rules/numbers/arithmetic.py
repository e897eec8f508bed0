"""N002: figures whose own arithmetic does not come out."""
