"""What breaks in real life, done for real: servers that hang and die, workers that are killed, while editors go on."""
