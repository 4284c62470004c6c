return {
    title = "Inserting at the front",
    play = function()
        local t = {}
        while true do
            table.insert(t, 1, 0)
        end
    end,
}
