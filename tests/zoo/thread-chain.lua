return {
    title = "A chain of threads, cut again and again",
    play = function()
        local last
        local function link(n)
            if n == 0 then
                last = spawn(function() end)
                return wait(1e6)
            end
            spawn(link, n - 1)
            wait(1e6)
        end
        spawn(link, 900)
        wait(1)
        while true do
            cancel(last)
        end
    end,
}
