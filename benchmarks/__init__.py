"""How long a reply takes, how that grows, and what plain search does: `make benchmark`.

Every figure is a ratio within one run, or stands beside what it is compared with: a run on
another machine, or on a busy one, gives other milliseconds and the same ratios.
"""
