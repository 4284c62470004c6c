return {
    title = "A very wide number",
    play = function()
        mark(("%99.99f"):format(1e308):len() .. "")
        string.format("%100d", 1)
    end,
}
