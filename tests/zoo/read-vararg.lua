local t = { ... }
return { title = #t .. " given", play = function() end }
