"""Hospital programs: who reports one, how answers changed, earlier counts."""
