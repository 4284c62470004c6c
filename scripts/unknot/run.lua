-- run.lua - what this session knows of itself: what was asked for, what was done so far. One table, shared by the verbs.

return {
  mode = "standard",   -- gentle, standard, firm
  tour = false,        -- the routine goes round many places: one short hold for each
  felt = nil,          -- the level whose feeling was told last
  noticed = false,     -- the standing notice was spoken
  side = nil,          -- inside sides(): which one
  led_side = nil,      -- the one that was named last, on the way to a spot
  skipping = false,    -- "switch" was pressed: everything up to the next side is passed over
  points = {},         -- by point: what is known of it, see press.lua
  point = nil,         -- the id of the point that was found or pressed last
  last_point = nil,    -- the entry of the point that was pressed last
  rates = {},          -- by point: ratings before and after, see rates.lua
  wish = 0,            -- levels the next press is to be lighter (or harder), asked for where nothing is pressed
  soft_breath = false, -- "easier" was pressed in a breath that is held: no more of these
  scans = {},          -- by part of the body: that attention was led there
  scanned = 0,         -- how many there were: later ones get fewer words
  wandered = 0,        -- lines said to those whose thoughts have drifted, see relax.lua
  tensions = {},       -- by group of muscles: that it was told in full
  tensed = 0,          -- how many there were
  tension = 2,         -- how strong: half of what one could, or 1, a hint
  stretched = {},      -- by stretch: that it was told in full, and what each side got
  last = nil,          -- a function that does the last step once more
  wants_again = false, -- "again" was pressed where no verb listens: the next verb begins with it
  expecting = false,   -- the answers were made ready
  explained = false,   -- the grammar of a single switch was told, or is not wanted
  pressed = nil,       -- the point under pressure right now: what a stop has to guide away from
  clock = nil,         -- the breath clock that runs, see breath.lua
}
