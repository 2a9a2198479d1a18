"""Reading: from the text of a message to what it offers, in words, with the span each word rests on."""
