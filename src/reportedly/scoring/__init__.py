"""Claims against gold files: precision, recall and F1, field by field, and gains and losses between two
versions."""
