return {
    title = "A file",
    play = function()
        io.open("/etc/passwd")
    end,
}
