"""What is said where a library of an extra is missing: the same, whoever misses it."""

from gettext import gettext as _

from knowledge.marking import marked

# The project is in no package index: it is installed from its source code.
NEEDS = marked(
    "This needs {name}, which is not installed. "
    'In the folder with the source code: pip install ".[{extra}]"'
)


def what_to_install(module: str | None, extra: str) -> str:
    """That a module's library is missing, and how to get it, in the language of the locale."""
    return _(NEEDS).format(name=(module or extra).partition(".")[0], extra=extra)
