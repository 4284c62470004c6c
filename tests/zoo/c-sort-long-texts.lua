return {
    title = "Long texts that differ at the end",
    play = function()
        local t = {}
        for i = 1, 12 do
            t[i] = ("x"):rep(1000000) .. i
        end
        while true do
            table.sort(t)
        end
    end,
}
