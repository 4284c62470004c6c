return {
    title = "Deep recursion through C",
    play = function()
        local function down()
            return (("x"):gsub("x", down))
        end
        down()
    end,
}
