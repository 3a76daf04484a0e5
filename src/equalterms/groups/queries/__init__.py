"""Reading groups. Who may see what is decided here and nowhere else."""
