return {
    title = "A pattern that tries for years",
    play = function()
        local s = ("a"):rep(60000)
        s:find(("a-"):rep(30) .. "b")
    end,
}
