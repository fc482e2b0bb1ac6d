"""What rules say, typed: figures, norms, references, and the layers of roles, approvals, steps and phrases."""
