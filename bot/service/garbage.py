"""Python's search for unused rings of objects, set for a process that holds much and runs long."""

import gc

# A reply makes some thousand objects, nearly all of which are let go of without any search.
_MADE_BEFORE_A_SEARCH = 20_000
_SEARCHES_BEFORE_A_WIDER_ONE = (20, 50)


def search_seldom() -> None:
    """Leave what is there now out of every search, and search less often.

    To be called when all that stays is loaded; saves a tenth of the processor's time for a reply,
    or more.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MADE_BEFORE_A_SEARCH, *_SEARCHES_BEFORE_A_WIDER_ONE)
