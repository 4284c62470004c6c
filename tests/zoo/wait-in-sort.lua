return {
    title = "Waits while it sorts",
    play = function()
        table.sort({ 2, 1 }, function(a, b)
            wait(1)
            return a < b
        end)
    end,
}
