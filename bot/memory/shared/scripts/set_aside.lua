-- Takes an update out of its lane. ARGV: number, error, seconds kept, seconds its error is kept
local p, id, kept = KEYS[1], ARGV[1], tonumber(ARGV[3])
local entry = p .. 'entry:' .. id
local found = redis.call('HMGET', entry, 'lane', 'received', 'who', 'state')
if found[4] ~= 'waiting' then
    return 0
end
redis.call('ZREM', p .. 'lane:' .. found[1], id)
redis.call('ZREM', p .. 'waiting', id)
redis.call('ZADD', p .. 'aside', found[2], id)
redis.call('EXPIRE', p .. 'aside', 2 * kept)
if found[3] ~= '' then
    redis.call('SADD', p .. 'asides:' .. found[3], id)
    redis.call('EXPIRE', p .. 'asides:' .. found[3], kept)
end
redis.call('HSET', entry, 'state', 'aside', 'error', ARGV[2], 'who', '')
redis.call('EXPIRE', entry, ARGV[4])
return 1
