return {
    title = "More words than a session has",
    play = function()
        local s = ("x"):rep(4000)
        while true do
            mark(s)
        end
    end,
}
