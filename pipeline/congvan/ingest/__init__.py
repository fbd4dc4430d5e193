"""Many files, unwatched: states, workers, one writer."""
