return {
    title = "Dump",
    play = function()
        string.dump(function() end)
    end,
}
