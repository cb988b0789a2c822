"""What a file is by its content, read from its structure without decoding it."""
