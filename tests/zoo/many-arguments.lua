return {
    title = "More and more arguments",
    play = function()
        local function more(...)
            return more(1, ...)
        end
        more()
    end,
}
