return {
    title = "Thousands of wide numbers",
    play = function()
        local t = {}
        for i = 1, 1000 do
            t[i] = 1e308
        end
        local wide = ("%99.99f"):rep(1000)
        while true do
            wide:format(table.unpack(t))
        end
    end,
}
