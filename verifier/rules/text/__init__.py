"""Text that no writer wrote (T)."""
