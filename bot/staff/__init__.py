"""What the commands of staff say and do: exports, the watch over the source pages, browsing."""
