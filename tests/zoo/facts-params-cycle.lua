local t = {}
t.t = t
return { title = "Facts", params = t, play = function() end }
