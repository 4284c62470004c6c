local M = {}

-- Waits in the library's own file: errors must still name the author's line.
function M.hold(seconds)
    core.wait(seconds)
    return core.now()
end

-- A mistake in the library's own file.
function M.stumble()
    local nothing
    return nothing.field
end

-- A thread whose function is the library's: it has no line of the author's of its own.
function M.later(seconds, what)
    return core.spawn(function()
        core.wait(seconds)
        core.blame(what)
    end)
end

return M
