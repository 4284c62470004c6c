return { title = "Code", play = function() string.pack("b", 1) end }
