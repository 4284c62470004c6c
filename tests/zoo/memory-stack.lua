return {
    title = "A stack that grows",
    play = function()
        local function more(n)
            local a, b, c, d, e, f, g, h = n, n, n, n, n, n, n, n
            return more(n + 1) + a + b + c + d + e + f + g + h
        end
        while true do
            pcall(more, 1)
        end
    end,
}
