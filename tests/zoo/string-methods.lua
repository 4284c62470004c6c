return {
    title = "The methods of texts, changed",
    play = function()
        mark(tostring((("").rep)) .. " " .. tostring(("").dump) .. " " .. tostring((""):len()))
        string.len = function() return 7 end
        mark(("x"):len() .. " " .. string.len("x"))
        rawset("", "rep", 1)
    end,
}
