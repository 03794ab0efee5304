-- Erases values whose time is out; how many of each kind. ARGV: now, then kinds
local p, counts = KEYS[1], {}
for n = 2, #ARGV do
    local index = p .. 'until:' .. ARGV[n]
    local old = redis.call('ZRANGEBYSCORE', index, '-inf', ARGV[1])
    for _, key in ipairs(old) do
        redis.call('DEL', p .. ARGV[n] .. ':' .. key)
        redis.call('ZREM', index, key)
    end
    counts[n - 1] = #old
end
return counts
