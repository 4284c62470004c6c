return { title = {}, play = function() end }
