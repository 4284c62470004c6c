return {
    title = "A crowd that wakes every millisecond",
    play = function()
        for i = 1, 990 do
            spawn(function()
                while true do
                    wait(0.001)
                end
            end)
        end
        wait(3600)
    end,
}
