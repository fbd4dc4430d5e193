"""A report as one page that a person looks at: no network, no script."""
