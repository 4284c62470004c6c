return { title = "Facts", params = { side = { 1, 2 } }, play = function() end }
