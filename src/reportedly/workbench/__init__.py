"""The workbench: the ledger in a browser, on the user's own machine.

Pages are rendered here and hold document text only as escaped text; scripts add comfort, never meaning.
"""
