return {
    title = "Threads that never were",
    play = function()
        mark(tostring(pcall(join, 0)) .. tostring(pcall(join, -1)) .. tostring(pcall(cancel, 1)) .. tostring(pcall(alive, 2 ^ 53)))
        join(math.maxinteger)
    end,
}
