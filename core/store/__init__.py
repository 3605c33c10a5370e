"""Where everything is kept: the port, typed queries, the .sql files and the engines."""
