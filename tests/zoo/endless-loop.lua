return {
    title = "Endless loop",
    play = function()
        while true do
        end
    end,
}
