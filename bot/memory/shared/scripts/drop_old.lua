-- Drops updates of before a moment: how many were done, waiting, set aside. ARGV: the moment
local p, before = KEYS[1], '(' .. ARGV[1]
local counts = {}
for n, kind in ipairs({'done', 'waiting', 'aside'}) do
    local ids = redis.call('ZRANGEBYSCORE', p .. kind, '-inf', before)
    for _, id in ipairs(ids) do
        local entry = p .. 'entry:' .. id
        redis.call('DEL', p .. 'text:' .. id)
        if kind == 'aside' then
            -- Its number, kind and error are left.
            redis.call('HDEL', entry, 'who', 'lane')
        else
            local lane = redis.call('HGET', entry, 'lane')
            if lane then
                redis.call('ZREM', p .. 'lane:' .. lane, id)
            end
            redis.call('DEL', entry)
        end
        redis.call('ZREM', p .. kind, id)
    end
    counts[n] = #ids
end
return counts
