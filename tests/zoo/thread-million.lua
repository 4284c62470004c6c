return {
    title = "A million threads, one after another",
    play = function()
        for i = 1, 1000000 do
            spawn(function() end)
            wait(0)
        end
    end,
}
