"""How text that no writer wrote is told from text that somebody did: what the rules of T look for."""
