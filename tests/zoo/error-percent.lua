return {
    title = "An error with percent signs",
    play = function()
        error("%s%n%s%d 100%")
    end,
}
