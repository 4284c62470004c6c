return {
    title = "A verb whose name is a trap",
    play = function()
        _ENV["%s%n"]()
    end,
}
