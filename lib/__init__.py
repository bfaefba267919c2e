"""California Palliative Care Progress: facts, arithmetic, figures and screens."""
