"""`python -m bot` is `dibs`."""

from bot.cli import main

main()
