return {
    title = "Catching that a function calls itself",
    play = function()
        local function down()
            return 1 + down()
        end
        while true do
            pcall(down)
        end
    end,
}
