"""Files that hold files: ZIP archives and PDF portfolios, unpacked within limits."""
