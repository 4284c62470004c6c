return {
    title = "An error with a zero byte",
    play = function()
        error("before\0after")
    end,
}
