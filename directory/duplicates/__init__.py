"""Two listings of one offer: found by like names together with a telephone, a web site or a house that they share."""
