"""Writing pages: what stands at the start, and who may edit."""
