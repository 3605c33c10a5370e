"""An athlete's own data: files brought along, files taken away, what is kept and how it is erased."""
