return {
    title = "A table with long names",
    play = function()
        local t = {}
        for i = 1, 300 do
            t[("x"):rep(30000) .. i] = i
        end
        while true do
            for _ in pairs(t) do
                break
            end
        end
    end,
}
