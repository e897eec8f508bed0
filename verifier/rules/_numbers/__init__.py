"""How figures are compared and added: what the rules of N share."""
