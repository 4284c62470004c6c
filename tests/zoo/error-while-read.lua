local points = nil
return { title = points[1], play = function() end }
