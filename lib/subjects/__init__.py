"""One folder a subject: its arithmetic, its sentences, its figures."""
