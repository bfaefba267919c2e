"""What a county may bring to a meeting: facts, questions, people, toolkits."""
