-- What waits: number, text, tries, calls done, sendings begun of each, in the order it came.
local p, found = KEYS[1], {}
for _, id in ipairs(redis.call('ZRANGE', p .. 'waiting', 0, -1)) do
    local text = redis.call('GET', p .. 'text:' .. id)
    if text then
        local of = redis.call('HMGET', p .. 'entry:' .. id, 'tries', 'done_calls', 'begun')
        found[#found + 1] = {id, text, of[1], of[2], of[3]}
    end
end
return found
