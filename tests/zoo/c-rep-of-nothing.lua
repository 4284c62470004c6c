return {
    title = "Nothing, repeated for years",
    play = function()
        mark((""):rep(math.maxinteger) .. "done")
    end,
}
