return {
    title = "A walk by next",
    play = function()
        local t = {}
        for i = 1, 100000 do
            t[i] = i
        end
        local k = nil
        repeat
            k = next(t, k)
        until not k
    end,
}
