return {
    title = "A crowd that waits for a crowd",
    play = function()
        local ids = {}
        for i = 1, 900 do
            ids[i] = spawn(function() wait(i) end)
        end
        for i = 1, 90 do
            spawn(function() join(table.unpack(ids)) end)
        end
        while true do
            join(spawn(function() end))
        end
    end,
}
