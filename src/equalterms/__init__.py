"""Equal Terms: public bodies and the people who use their services decide together."""

__version__ = "0.1.0"
