return {
    title = "As large a plan as can be",
    play = function()
        local t = {}
        for i = 1, 240 do
            t[i] = ("y"):rep(50000) .. i
        end
        for i = 1, 20000 do
            wait(0.015)
            cue { kind = "sine", seconds = 1, hz = 100 + i % 1000 }
            mark(i .. "")
            note("c", "n")
            span("p", "left", 1)
        end
    end,
}
