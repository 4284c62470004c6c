return {
    title = "Long texts made and dropped",
    play = function()
        local s = ("x"):rep(1000)
        while true do
            s:rep(1000)
        end
    end,
}
