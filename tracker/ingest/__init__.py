"""From files to SourceDocuments."""
