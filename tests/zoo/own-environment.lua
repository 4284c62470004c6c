return {
    title = "An environment of its own",
    play = function()
        string.rep, table.concat, math.floor = nil, nil, nil
        wait, spawn, error, pairs = nil, nil, nil, nil
        mark(("x"):rep(3))
        local _ENV = { mark = mark }
        mark(wait == nil and "gone" or "there")
        never()
    end,
}
