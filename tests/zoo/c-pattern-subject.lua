return {
    title = "A text too long for a pattern",
    play = function()
        (("a"):rep(65537)):gsub("a", "b")
    end,
}
