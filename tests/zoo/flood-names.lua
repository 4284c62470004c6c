return {
    title = "Long names without an end",
    play = function()
        local long = ("x"):rep(3990)
        for i = 1, math.huge do
            length("clip", i .. long)
        end
    end,
}
