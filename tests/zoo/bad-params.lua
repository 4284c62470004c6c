return { title = "Params", params = { side = "left" }, play = function() end }
