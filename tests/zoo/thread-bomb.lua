return {
    title = "Threads that start threads",
    play = function()
        local function two()
            spawn(two)
            spawn(two)
            wait(1)
        end
        two()
        wait(10)
    end,
}
