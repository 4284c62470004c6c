return {
    title = "No time at all, for ever",
    play = function()
        while true do
            wait(-0.0)
        end
    end,
}
