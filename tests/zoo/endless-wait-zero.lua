return {
    title = "Waits for no time",
    play = function()
        while true do
            wait(0)
        end
    end,
}
