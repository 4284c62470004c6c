return {
    title = "Threads with large stacks",
    play = function()
        local function deep(n)
            if n == 0 then return wait(1000) end
            deep(n - 1)
            return n
        end
        for i = 1, 999 do
            spawn(deep, 5000)
            wait(0)
        end
    end,
}
