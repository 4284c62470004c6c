return {
    title = "A thread that waits for itself",
    play = function()
        local id
        id = spawn(function() join(id) end)
        join(id)
    end,
}
