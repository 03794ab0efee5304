-- Counts a failure. ARGV: number
local entry = KEYS[1] .. 'entry:' .. ARGV[1]
if redis.call('EXISTS', entry) == 0 then
    return 0
end
return redis.call('HINCRBY', entry, 'tries', 1)
