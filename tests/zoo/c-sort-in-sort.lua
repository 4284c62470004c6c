return {
    title = "An order that sorts",
    play = function()
        local function order()
            table.sort({ 2, 1 }, order)
            return true
        end
        order()
    end,
}
