return {
    title = "Searching a long text for ever",
    play = function()
        local s = ("a"):rep(65536)
        while true do
            s:gsub("a", "b")
        end
    end,
}
