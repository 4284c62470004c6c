return {
    title = "A text of a gigabyte",
    play = function()
        local s = ("x"):rep(1e9)
    end,
}
