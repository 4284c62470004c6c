return {
    title = "Chance of its own",
    play = function()
        wait(math.random())
    end,
}
