return {
    title = "A text that every letter makes longer",
    play = function()
        local long = ("y"):rep(1000000)
        local s = ("x"):rep(65536):gsub("x", long)
    end,
}
