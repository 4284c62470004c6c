return { titel = "Near", play = function() end }
