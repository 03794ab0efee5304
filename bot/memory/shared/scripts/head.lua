-- Claims a lane, unless another process that lives has it, and gives back its first update:
-- number, text, tries, calls done, sendings begun. An empty lane is let go.
-- ARGV: this process, lane, seconds that a claim is kept at most
local p, me, lane = KEYS[1], ARGV[1], ARGV[2]
local claim, queue = p .. 'claim:' .. lane, p .. 'lane:' .. lane
local holder = redis.call('GET', claim)
if holder and holder ~= me and redis.call('EXISTS', p .. 'alive:' .. holder) == 1 then
    return false
end
while true do
    local id = redis.call('ZRANGE', queue, 0, 0)[1]
    if not id then
        redis.call('DEL', claim)
        redis.call('SREM', p .. 'lanes', lane)
        return false
    end
    local text = redis.call('GET', p .. 'text:' .. id)
    if text then
        redis.call('SET', claim, me, 'EX', ARGV[3])
        local found = redis.call('HMGET', p .. 'entry:' .. id, 'tries', 'done_calls', 'begun')
        return {id, text, found[1], found[2], found[3]}
    end
    -- Its day is over; `expire` counts it.
    redis.call('ZREM', queue, id)
end
