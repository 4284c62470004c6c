return {
    title = "Every number there is",
    play = function()
        table.unpack({}, math.mininteger, math.maxinteger)
    end,
}
