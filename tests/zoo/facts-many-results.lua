local t = {}
for i = 1, 1000 do
    t[i] = { title = "x" }
end
return table.unpack(t)
