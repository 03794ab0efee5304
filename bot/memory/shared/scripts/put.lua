-- Writes updates down that were not seen before; gives back their numbers.
-- ARGV: now, seconds kept, then for each update: number, text, whose ("" for nobody's), lane
local p, now, kept = KEYS[1], ARGV[1], tonumber(ARGV[2])
local fresh = {}
for i = 3, #ARGV, 4 do
    local id, text, who, lane = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
    local entry = p .. 'entry:' .. id
    if redis.call('EXISTS', entry) == 0 then
        redis.call('HSET', entry, 'lane', lane, 'who', who, 'received', now, 'state', 'waiting',
            'tries', 0, 'done_calls', 0, 'begun', 0)
        redis.call('EXPIRE', entry, 2 * kept)
        redis.call('SET', p .. 'text:' .. id, text, 'EX', kept)
        redis.call('ZADD', p .. 'lane:' .. lane, id, id)
        redis.call('EXPIRE', p .. 'lane:' .. lane, 2 * kept)
        redis.call('SADD', p .. 'lanes', lane)
        redis.call('EXPIRE', p .. 'lanes', 2 * kept)
        redis.call('ZADD', p .. 'waiting', now, id)
        redis.call('EXPIRE', p .. 'waiting', 2 * kept)
        fresh[#fresh + 1] = id
    end
end
return fresh
