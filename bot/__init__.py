"""From a person's words to a sourced reply."""
