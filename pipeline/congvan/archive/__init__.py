"""The embedded archive: the only place that writes SQL."""
