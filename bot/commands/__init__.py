"""The commands of `kommunmal`, by who uses them; `bot.cli` is the list of all."""

from bot.translated import follow_locale

# Before any command is made: click looks up some texts, the names of types among them, as it
# makes an option.
follow_locale()
