return {
    title = "Threads without an end",
    play = function()
        local function again()
            spawn(again)
            spawn(again)
        end
        again()
        wait(1)
    end,
}
