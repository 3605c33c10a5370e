"""An athlete's own data: logs brought along, files taken away, everything erased."""
