return { title = "\27[2J\u{202e}", play = function() end }
