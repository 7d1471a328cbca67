"""Languages read word for word: each word is given its counterpart in the pivot language, the words are put
into its order, and the analyser of the pivot does the rest. The spans stay those of the document."""

from reportedly.extract.glossing.analysis import analyse
from reportedly.extract.glossing.names import own_names

__all__ = ["analyse", "own_names"]
