return {
    title = "A loop with something to close",
    play = function()
        for _ in pairs, {}, nil, {} do
        end
    end,
}
