return {
    title = "A table that changes while it is walked",
    play = function()
        local t, n = { a = 1, b = 2, c = 3 }, 0
        for k in pairs(t) do
            t.a, t.b, t.c = nil, nil, nil
            for i = 1, 1000 do
                t[k .. i] = i
            end
            n = n + 1
        end
        mark(n .. "")
    end,
}
