return {
    title = "Addresses by other ways",
    play = function()
        mark(tostring({}) .. tostring(play) .. tostring(wait))
        mark(("%s %-9s %q"):format({}, function() end, "a\0b"))
        string.format("%-20p", {})
    end,
}
