-- The smallest library: every function of the C table as a verb, so that the tests see the table itself.
local env = core.env
for name, value in pairs(core) do
    if type(value) == "function" then
        env[name] = value
    end
end
env.core = core
env.helper = need("helper")

return function(routine)
    return routine.play(core.params)
end
