return {
    title = "A verb that is not there",
    play = function()
        waitt(1)
    end,
}
