-- Keeps a value. ARGV: kind, key, value, until when, for how many seconds, group ("" for none)
local p, kind, key = KEYS[1], ARGV[1], ARGV[2]
redis.call('SET', p .. kind .. ':' .. key, ARGV[3], 'EX', ARGV[5])
-- What is erased is counted, so it is known beside the value what has to go when.
redis.call('ZADD', p .. 'until:' .. kind, ARGV[4], key)
redis.call('EXPIRE', p .. 'until:' .. kind, 2 * ARGV[5])
if ARGV[6] ~= '' then
    redis.call('SADD', p .. kind .. '_of:' .. ARGV[6], key)
    redis.call('EXPIRE', p .. kind .. '_of:' .. ARGV[6], ARGV[5])
end
return 1
