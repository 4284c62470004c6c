return { title = "Facts", cap = 0 / 0, play = function() end }
