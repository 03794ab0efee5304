-- Notes how many sendings of a message were begun; 0 where another process has the update.
-- ARGV: this process, number, sendings begun
local p, me = KEYS[1], ARGV[1]
local entry = p .. 'entry:' .. ARGV[2]
local found = redis.call('HMGET', entry, 'state', 'lane')
if found[1] ~= 'waiting' then
    return 0
end
local holder = redis.call('GET', p .. 'claim:' .. found[2])
if holder and holder ~= me then
    return 0
end
redis.call('HSET', entry, 'begun', ARGV[3])
return 1
