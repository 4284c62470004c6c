return {
    title = "Tables as keys",
    play = function()
        for _ in pairs({ [{}] = 1, [{}] = 2 }) do
        end
    end,
}
