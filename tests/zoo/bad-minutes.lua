return { title = "Minutes", minutes = { 3, 0 / 0 }, play = function() end }
