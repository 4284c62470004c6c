return { title = "a\0b", play = function() end }
