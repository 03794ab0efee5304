"""What click itself says, for the catalogues: its own code is not searched for texts to translate.

click looks its texts up with gettext in the process's domain, which `bot.translated` makes ours.
"""

from gettext import ngettext

from knowledge.marking import marked

TEXTS = (
    marked("Usage:"),
    marked("Options"),
    marked("Commands"),
    marked("Positional arguments"),
    marked("Show this message and exit."),
    marked("%(prog)s, version %(version)s"),
    marked("Try '{command} {option}' for help."),
    marked("Error: {message}"),
    marked("Aborted!"),
    marked("Missing command."),
    marked("Missing argument"),
    marked("Missing option"),
    marked("No such option {name!r}."),
    marked("No such command {name!r}."),
    marked("Invalid value: {message}"),
    marked("Invalid value for {param_hint}: {message}"),
    marked("Option {name!r} does not take a value."),
    marked("{value!r} is not a valid {number_type}."),
    marked("{value} is not in the range {range}."),
    marked("{name} {filename!r} does not exist."),
    marked("{name} {filename!r} is a directory."),
    marked("{name} {filename!r} is a file."),
    marked("{name} {filename!r} is not readable."),
    marked("file"),
    marked("directory"),
    marked("path"),
    marked("File"),
    marked("Directory"),
    marked("Path"),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    ngettext(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1
    ),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
    ngettext(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1
    ),
)
