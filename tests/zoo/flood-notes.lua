return {
    title = "Notes without an end",
    play = function()
        while true do
            note("x", "y")
        end
    end,
}
