return {
    title = "Ten million values",
    play = function()
        local t = { table.unpack({}, 1, 1e7) }
    end,
}
