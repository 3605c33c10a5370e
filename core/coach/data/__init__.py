"""An athlete's own data: brought along from other apps, taken away as files, erased."""
