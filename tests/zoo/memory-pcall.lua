local t = {}
local function grow()
    while true do
        t[#t + 1] = { #t }
    end
end

return {
    title = "A table that grows, and an error that is caught",
    play = function()
        while true do
            pcall(grow)
        end
    end,
}
