"""The exercises one can train: two TOML files, their one loader, and the search by name and alias.

How an exercise is loaded, planned or swapped is not here: see `core/training`.
"""

from __future__ import annotations

from core.catalogue.loader import Catalogue, catalogue
from core.catalogue.schema import MUSCLES, CatalogueError
from core.catalogue.search import Match, find, resolve

__all__ = ["MUSCLES", "Catalogue", "CatalogueError", "Match", "catalogue", "find", "resolve"]
