return { title = ("x"):rep(4001), play = function() end }
