local t = { "a" }
t[2] = t
return { title = "Facts", points = t, tools = t, play = function() end }
