-- parts.lua - one map by id, whose entries lie in several files. A file is run when one of its ids is asked for, since most
-- routines need but a few of them; pairs() runs them all. (Outside of the planner, where there is no core, so does this.)
--
--     return need("parts") { body_neck = { "upper-trapezius", ... }, ... }

return function(files)
  local where = {}
  for file, ids in pairs(files) do
    for _, id in ipairs(ids) do where[id] = file end
  end

  local function add(map, file)
    local entries = need(file)
    for _, id in ipairs(files[file]) do map[id] = entries[id] end
  end

  local function fill(map, id)
    if id == nil then
      for file in pairs(files) do add(map, file) end
    elseif where[id] then
      add(map, where[id])
    end
    return rawget(map, id)
  end

  local map = {}
  if core then core.lazy(map, fill) else fill(map) end
  return map
end
