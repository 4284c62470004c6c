return {
    title = "An error that reads backwards",
    play = function()
        error("safe \u{202e}cod.exe\u{2066} \u{200f}\u{85}\u{9b}31m \u{2028}end", 0)
    end,
}
