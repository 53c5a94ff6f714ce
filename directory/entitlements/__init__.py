"""What the law gives, told once for all offers of a kind: editions of it, what citizens see, what waits for an editor."""
