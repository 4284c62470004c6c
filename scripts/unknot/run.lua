-- run.lua - what this session knows of itself: what was asked for, what was done so far. One table, shared by the verbs.

return {
  mode = "standard",   -- gentle, standard, firm
  noticed = false,     -- the standing notice was spoken
  side = nil,          -- inside sides(): which one
  sides_left = 1,      -- sides still to come, this one included
  skipping = false,    -- "switch" was pressed: everything up to the next side is passed over
  points = {},         -- by point: what is known of it, see press.lua
  last_point = nil,
  pressed = nil,       -- the point under pressure right now: what a stop has to guide away from
  clock = nil,         -- the breath clock that runs, see breath.lua
}
