return {
    title = "Patterns that are none",
    play = function()
        for _, p in ipairs { "%", "[", "(", ")", "%f", "%b", "(()", "[%", "%1", "[a-" } do
            mark(tostring(pcall(string.find, "aaa", p)))
        end
    end,
}
