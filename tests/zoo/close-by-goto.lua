return {
    title = "Leaving and coming back",
    play = function()
        local n = 0
        ::again::
        do
            local x <close> = nil
            n = n + 1
            if n < 100000 then goto again end
        end
        mark(n .. "")
        ::ever::
        goto ever
    end,
}
