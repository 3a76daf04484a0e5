"""Pictures as SVG, each with words and an equal table: nothing is said by the picture alone."""
