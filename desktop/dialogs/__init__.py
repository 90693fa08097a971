"""Import, export, settings, errors."""
