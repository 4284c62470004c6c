return {
    title = "The ends of the whole numbers",
    play = function()
        mark(#table.pack(table.unpack({}, math.maxinteger, math.maxinteger)) .. "")
        mark(("abc"):sub(math.mininteger, math.maxinteger))
        mark(select("#", ("abc"):byte(math.maxinteger, math.mininteger)) .. "")
        mark(tostring(math.mininteger // -1) .. " " .. tostring(pcall(function() return 1 // 0 end)))
        mark(tostring(pcall(select, math.mininteger, 1)) .. " " .. tostring(("x"):rep(math.mininteger) == ""))
    end,
}
