"""The command line: one thin file a command; `COMMANDS` in main.py is the table of them."""
