local t = { [math.maxinteger] = 1 }
for i = 0, 62 do
    t[1 << i], t[(1 << i) + 1] = 1, 1
end
return { title = "A length that lies", minutes = t, play = function() end }
