return {
    title = "A table that grows",
    play = function()
        local t = {}
        while true do
            t[#t + 1] = { #t }
        end
    end,
}
