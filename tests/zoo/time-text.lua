return {
    title = "A time that is a text",
    play = function()
        wait("0x10")
        wait("soon")
    end,
}
