return {
    title = "The metatable of texts",
    play = function()
        getmetatable("").__index = nil
    end,
}
