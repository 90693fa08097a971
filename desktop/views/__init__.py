"""The big rooms of the window."""
