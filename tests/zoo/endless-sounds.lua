return {
    title = "Sounds without an end",
    play = function()
        while true do
            wait(0.01)
            mark("again")
        end
    end,
}
