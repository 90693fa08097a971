"""From findings to xlsx, html, csv, json and other files."""
