local t = { title = "A million fields", play = function() end }
for i = 1, 150000 do
    t["tit" .. i] = i
end
return t
