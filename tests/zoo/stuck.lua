return {
    title = "Two threads that wait for each other",
    play = function()
        local a, b
        a = spawn(function() join(b) end)
        b = spawn(function() join(a) end)
        join(a)
    end,
}
