return {
    title = "A time that is no number",
    play = function()
        wait_until(0 / 0)
    end,
}
