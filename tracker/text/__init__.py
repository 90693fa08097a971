"""Shared tools for Chinese text: canonical text, numerals, sentences, tokens, similarity."""
