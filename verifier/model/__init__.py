"""What a model adds: the only floor that knows openai and instructor, and only when it is asked."""
