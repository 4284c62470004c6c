return {
    title = "From the least to the greatest number",
    play = function()
        table.concat({ "x" }, "", math.mininteger, math.maxinteger)
    end,
}
