"""Word-processor files: docx, odt, rtf, and older ones through LibreOffice."""
