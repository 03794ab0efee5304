-- Erases the text of an update; its number stays. ARGV: number, seconds kept
local p, id, kept = KEYS[1], ARGV[1], tonumber(ARGV[2])
local entry = p .. 'entry:' .. id
redis.call('DEL', p .. 'text:' .. id)
local found = redis.call('HMGET', entry, 'lane', 'received', 'who')
if not found[1] then
    return 0
end
redis.call('ZREM', p .. 'lane:' .. found[1], id)
redis.call('ZREM', p .. 'waiting', id)
redis.call('ZREM', p .. 'aside', id)
redis.call('SREM', p .. 'asides:' .. found[3], id)
redis.call('ZADD', p .. 'done', found[2], id)
redis.call('EXPIRE', p .. 'done', 2 * kept)
redis.call('HSET', entry, 'state', 'done', 'who', '')
return 1
