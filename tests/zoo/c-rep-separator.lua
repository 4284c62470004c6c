return {
    title = "Separators between nothing",
    play = function()
        (""):rep(2 ^ 40, "--")
    end,
}
