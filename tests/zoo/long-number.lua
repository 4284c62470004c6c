return {
    title = "A number of a million digits",
    play = function()
        local s = ("0"):rep(1000000)
        while true do
            tonumber(s)
        end
    end,
}
