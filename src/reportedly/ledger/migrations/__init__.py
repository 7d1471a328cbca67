"""The steps by which a ledger's tables came to be. Append only: a released step is never edited."""
