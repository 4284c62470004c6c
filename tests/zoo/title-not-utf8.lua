return { title = "\xff\xfe", play = function() end }
