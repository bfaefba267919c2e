"""Numbers, dates and whole sentences in words, built from rows in the locale in use."""
