-- Notes how many calls of an update were accepted. ARGV: number, calls done
local entry = KEYS[1] .. 'entry:' .. ARGV[1]
if redis.call('EXISTS', entry) == 1 then
    redis.call('HSET', entry, 'done_calls', ARGV[2], 'begun', 0)
end
return 1
