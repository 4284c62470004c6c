return { title = "Cap", cap = 1e300, play = function() end }
