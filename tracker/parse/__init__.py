"""From a source text to a Report: noise, paragraphs, outline, roles, tables, metadata."""
