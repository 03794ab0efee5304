-- Erases what is kept of somebody; what waits to be answered stays until then. ARGV: who
local p, who = KEYS[1], ARGV[1]
for _, kind in ipairs({'context', 'choice'}) do
    redis.call('DEL', p .. kind .. ':' .. who)
    redis.call('ZREM', p .. 'until:' .. kind, who)
end
for _, key in ipairs(redis.call('SMEMBERS', p .. 'reply_of:' .. who)) do
    redis.call('DEL', p .. 'reply:' .. key)
    redis.call('ZREM', p .. 'until:reply', key)
end
for _, id in ipairs(redis.call('SMEMBERS', p .. 'asides:' .. who)) do
    redis.call('DEL', p .. 'text:' .. id, p .. 'entry:' .. id)
    redis.call('ZREM', p .. 'aside', id)
end
redis.call('DEL', p .. 'reply_of:' .. who, p .. 'asides:' .. who)
return 1
