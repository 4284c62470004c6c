return {
    title = "A gigabyte put together",
    play = function()
        local part, t = ("x"):rep(1000000), {}
        for i = 1, 1000 do
            t[i] = part
        end
        local s = table.concat(t)
    end,
}
