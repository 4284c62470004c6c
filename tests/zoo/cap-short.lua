return {
    title = "A cap that comes at once",
    cap = 0.001,
    play = function()
        while true do
            wait(0.01)
        end
    end,
}
