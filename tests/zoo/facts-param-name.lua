return { title = "Facts", params = { ["a\0b"] = { "x" } }, play = function() end }
