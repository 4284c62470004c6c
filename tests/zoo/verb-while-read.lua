wait(1)
return { title = "Waits while it is read", play = function() end }
