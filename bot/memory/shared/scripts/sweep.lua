-- How many updates wait, then the lanes with something waiting that no other living process has.
-- ARGV: this process, milliseconds that it counts as living from now on
local p, me = KEYS[1], ARGV[1]
redis.call('SET', p .. 'alive:' .. me, 1, 'PX', ARGV[2])
local found = {redis.call('ZCARD', p .. 'waiting')}
local lives = {}
for _, lane in ipairs(redis.call('SMEMBERS', p .. 'lanes')) do
    local holder = redis.call('GET', p .. 'claim:' .. lane)
    if holder and holder ~= me and lives[holder] == nil then
        lives[holder] = redis.call('EXISTS', p .. 'alive:' .. holder) == 1
    end
    if not holder or not lives[holder] then
        found[#found + 1] = lane
    end
end
return found
