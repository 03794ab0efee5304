"""The memory in Redis, for several processes that share it."""
