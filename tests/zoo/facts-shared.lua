local long, values, params = ("x"):rep(4000), {}, {}
for i = 1, 100 do
    values[i] = long
end
for i = 1, 100 do
    params["p" .. i] = values
end
return { title = "Facts", params = params, play = function() end }
