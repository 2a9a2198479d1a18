"""Pictures for the pages, drawn here: scalable, with a title and a description, in the colours of the style sheet."""
