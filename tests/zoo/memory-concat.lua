return {
    title = "A text that doubles",
    play = function()
        local s = "x"
        while true do
            s = s .. s
        end
    end,
}
