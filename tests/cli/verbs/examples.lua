-- examples.lua SOURCE - a routine in which every example of the reference is run.

local reference = dofile(arg[1] .. "/scripts/reference.lua")
local meta = reference.read("names", "verbs")
local blocks = { table.unpack(meta.verbs) }
for _, name in ipairs { "unknot.line_with", "unknot.moments" } do blocks[#blocks + 1] = meta.classes[name] end

print('return { title = "Examples", cap = 600, play = function()')
for _, block in ipairs(blocks) do
  if #block.example == 0 then error(block.name .. " has no example", 0) end
  print("do " .. table.concat(block.example, "\n") .. " end")
end
print("end }")
