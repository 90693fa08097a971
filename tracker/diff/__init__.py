"""From aligned sections to changes of words and numbers."""
