return {
    title = "A coroutine",
    play = function()
        coroutine.wrap(function() end)()
    end,
}
