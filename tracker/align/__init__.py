"""From two reports to an Alignment of their sections."""
