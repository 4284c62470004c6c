return {
    title = "A metatable",
    play = function()
        setmetatable({}, {})
    end,
}
