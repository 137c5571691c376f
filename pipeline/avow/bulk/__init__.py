"""Many sentences at once, as columns of numbers: the scores of :class:`avow.models.Model` in less time.

What a word is to the rules is looked up once and kept as a row of numbers. A thousand sentences are then gathered,
summed and tested column by column, which costs a few nanoseconds a word, where asking word by word costs a hundred.
Numpy takes longer to load than a few thousand sentences take the other way, so this is for more of them.
"""

from __future__ import annotations

from avow.bulk.scorer import Bulk

__all__ = ["Bulk"]
