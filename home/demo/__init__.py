"""The demo newsroom: the press service of an alliance that does not exist."""
