"""Tracing: the chain behind a claim, who passes on whom, and the origins that are left."""
