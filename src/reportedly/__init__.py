"""reportedly: who says who armed whom, with what, when, by which route."""

__version__ = "0.1.0"
