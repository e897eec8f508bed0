"""How dates are compared: what the rules of D share."""
