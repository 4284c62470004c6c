return {
    title = "Catching inside of catching",
    play = function()
        local function deep(n)
            return pcall(deep, n + 1)
        end
        mark(tostring(deep(1)))
    end,
}
