return {
    title = "Phrases without an end",
    play = function()
        for i = 1, math.huge do
            length("phrase", i .. "")
        end
    end,
}
