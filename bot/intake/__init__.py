"""Updates come in: fetched, kept before they are acknowledged, put in order per user, handled, settled."""
