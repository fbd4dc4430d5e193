"""Speed and memory, printed as ratios of things run side by side in one process; no test waits for a clock."""
