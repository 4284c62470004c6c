-- meant.lua - from the words somebody uses for a complaint to those it may be (complaints.lua), and to what is not one for
-- massage at all (warnings.lua).

local args = need("args")
local complaints = need("complaints")
local warnings = need("warnings")
local meant = {}

local clearly = 1.2

-- Words that tell no complaint from another.
local small = {}
for word in ([[a an and are as at for from have has i in is it its me my of on or the to too very when with after hurt hurts pain
  painful sore ache aches aching achy bad really feel feels feeling some both]]):gmatch("%S+") do small[word] = true end
local no = { no = true, ["not"] = true, without = true, never = true }

-- The words of a text in small letters, without those of "no" and "without".
local function words_of(text)
  local list, skip = {}, false
  for word in text:lower():gsub("'s?", ""):gsub("no feeling", "numb"):gmatch("%w+") do
    if not skip and not no[word] then list[#list + 1] = word end
    skip = no[word]
  end
  return list
end

-- "shoulders" and "shoulder", "clenching" and "clench".
local endings = { s = true, es = true, d = true, ed = true, ing = true, y = true, er = true, ness = true, ly = true }
local function alike(a, b)
  if #a > #b then a, b = b, a end
  return a == b or #a >= 4 and b:sub(1, #a) == a and endings[b:sub(#a + 1)] == true
end

-- What each word of a complaint counts: a little more when it is said of it in several ways.
local function add_words(weights, text, weight)
  for _, word in ipairs(words_of(text)) do
    if not small[word] then weights[word] = weights[word] and math.max(weights[word], weight) + 0.1 or weight end
  end
end

local function vocabulary()
  local all = {}
  for id, complaint in pairs(complaints) do
    local weights = {}
    add_words(weights, complaint.region:gsub("-", " "), 4)
    add_words(weights, id:gsub("-", " ") .. " " .. complaint.name, 3)
    add_words(weights, complaint.says .. " " .. (complaint.also or ""), 2)
    all[id] = weights
  end
  return all
end

local function weight_of(weights, word)
  local best = 0
  for known, weight in pairs(weights) do
    if alike(word, known) then best = math.max(best, known == word and weight or weight * 0.9) end
  end
  return best
end

-- The word that was probably meant by one that no complaint has.
local function mended(word, all)
  local list, seen = {}, {}
  for _, weights in pairs(all) do
    for known in pairs(weights) do
      if alike(word, known) then return word end
      if not seen[known] then list[#list + 1], seen[known] = known, true end
    end
  end
  table.sort(list)
  local near = #word > 2 and core.near(word, list)
  return near and math.abs(#near - #word) <= 2 and near or word
end

-- A word that many complaints have says little.
local function weigh(all, word)
  local weights, count = {}, 0
  for id, known in pairs(all) do
    weights[id] = weight_of(known, word)
    if weights[id] > 0 then count = count + 1 end
  end
  for id, weight in pairs(weights) do weights[id] = weight / (2 + count) end
  return weights
end

-- The ids of the complaints that somebody may mean, the likeliest first, and whether that one is clearly likelier than the next. What is not
-- half as likely is left out.
function meant.complaints(text)
  if complaints[text] then return { text }, true end
  local all, list, likeness, hits, most = vocabulary(), {}, {}, {}, 0
  for _, word in ipairs(words_of(text)) do
    for id, weight in pairs(small[word] and {} or weigh(all, mended(word, all))) do
      likeness[id] = (likeness[id] or 0) + weight
      hits[id] = (hits[id] or 0) + (weight > 0 and 1 or 0)
    end
  end
  for id, sum in pairs(likeness) do
    likeness[id] = sum * hits[id] -- one that has all of the words comes before one that has some
    most = math.max(most, likeness[id])
  end
  for _, id in ipairs(args.keys(likeness)) do
    if most > 0 and likeness[id] >= most / 2 then list[#list + 1] = id end
  end
  table.sort(list, function(a, b)
    if likeness[a] ~= likeness[b] then return likeness[a] > likeness[b] end
    return a < b
  end)
  return list, #list == 1 or #list > 1 and likeness[list[1]] > clearly * likeness[list[2]]
end

local function has_all(asked, words)
  for word in words:gmatch("[^+]+") do
    if not asked[word] then return false end
  end
  return true
end

-- The first warning that is for these words, or nil.
function meant.warning(text)
  local asked = {}
  for _, word in ipairs(words_of(text)) do asked[word] = true end
  for _, warning in ipairs(warnings) do
    for _, words in ipairs(warning.words) do
      if has_all(asked, words) then return warning end
    end
  end
  return nil
end

return meant
