-- limits.lua - how hard, how long, how often. One place for every number that protects a body.
-- Seconds unless the name says otherwise; levels are on the scale of 0 (no contact) to 10.

return {
  level_ceiling        = 7,    -- no word may ever ask for more
  level_gentle         = 3,    -- what gentle mode aims for
  level_ceiling_gentle = 4,    -- or two below the site's ceiling, whichever is lower
  level_standard       = 4,    -- aim when the routine does not say
  tender_ceiling       = 4,    -- sites with this ceiling or a lower one aim one below it

  hold_default = 30,
  hold_gentle  = 20,
  hold_short   = 7,
  hold_max     = 90,
  hold_longer  = 10,           -- what one "longer" adds
  ramp_in      = 4,
  ramp_out     = 4,
  rest         = 5,
  reps_default = 3,
  reps_gentle  = 2,
  reps_least   = 2,
  reps_most    = 6,

  spot_max      = 180,         -- seconds under pressure, one spot, one session
  sides_max     = 8,           -- spots at the full dose in a session, left and right counted apart
  tour_sides    = 24,          -- after those: one hold of at most hold_default, one level lower
  silence_max   = 25,          -- a hold is never longer than this without a tone or a word
  easing_check  = 15,

  stretch_least = 10,
  stretch_most  = 30,
  breath_hold_max = 7,
  relax_478_cycles = 4,        -- at most, in the first month
}
