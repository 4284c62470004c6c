return {
    title = "Endless pcall",
    play = function()
        while true do
            pcall(error, "again")
        end
    end,
}
