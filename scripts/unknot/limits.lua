-- limits.lua - how hard, how long, how often. One place for every number that protects a body.
-- Seconds unless the name says otherwise; levels are on the scale of 0 (no contact) to 10. A pair is a range.

return {
  level_aim            = { 4, 5 },
  level_ceiling        = 7,    -- no word may ever ask for more
  level_standard       = 4,    -- aim when the routine does not say
  level_aim_gentle     = { 2, 3 },
  level_gentle         = 3,    -- the most that gentle mode aims for
  level_ceiling_gentle = 4,    -- or two below the site's ceiling, whichever is lower
  tender_ceiling       = 4,    -- sites with this ceiling or a lower one aim one below it

  hold_default = 30,
  hold_gentle  = 20,
  hold_short   = 7,
  hold_long    = 60,
  hold_max     = 90,
  hold_longer  = 10,           -- what one "longer" adds
  ramp_in      = 4,
  ramp_out     = 4,
  rest         = 5,            -- between holds
  easing_check = 15,
  silence_max  = 25,           -- a hold is never longer than this without a tone or a word
  reps_default = 3,
  reps_gentle  = 2,
  reps_least   = 2,
  reps_most    = 6,

  stroke       = 3,
  strokes      = { 6, 12 },    -- a spot
  roll_pass    = { 2, 4 },
  roll_set     = { 30, 120 },
  roll_sets    = { 1, 3 },
  stretch_least   = 10,
  stretch_most    = 30,
  stretch_longer  = 10,        -- what one "longer" adds: a breath
  stretch_longest = 60,        -- in all, one muscle
  stretch_times   = 4,

  breaths_longer  = 2,         -- what one "longer" adds
  breaths_longest = 12,        -- all that it may add to one breathing
  wait_longer     = 8,         -- what it adds to a pause
  wait_longest    = 20,        -- from then on, however often it is asked for: nobody is left without a word for long
  return_time     = 6,         -- to get back into place after a long pause
  answer_time     = 8,         -- for a number; at least 6 are left of it

  scan_pause = { 8, 20 },      -- the quiet behind a line, as attention goes through the body
  scan_share = { 0.4, 0.25 },  -- how much of it is speech: at first, and later
  tense       = { 5, 7 },      -- one in-breath, at half strength; gentle mode has the shorter one, and less strength
  tense_times = 3,             -- one group
  let_go      = { 20, 30 },    -- what follows
  let_go_default = 25,

  spot_max      = 180,         -- seconds under pressure, one spot, one session
  spots_muscle  = 3,           -- spots in one muscle
  sites_default = 4,           -- a site worked on both sides counts once here
  sides_max     = 8,           -- left and right counted apart, at the full dose
  tour_sides    = 24,          -- beyond those: one hold of at most hold_default, one level lower

  session_minutes     = { 3, 20 },
  session_minutes_max = 60,
  sessions_day_max    = 3,
  site_day_max        = 2,
  site_gap_hours      = 4,
  soreness_rest_hours = 48,    -- after strong soreness
  days_week           = { 3, 6 },
  first_week_factor   = 0.5,   -- half the repetitions
  review_weeks        = { 2, 4 },

  sentence_words = 15,         -- the most in one
  words_minute   = 180,        -- inside a phrase
  speech_hold    = 0.6,        -- the most of a hold that is spoken over
  speech_most    = 0.7,        -- the most of a session
  quiet_most     = 60,         -- nobody is left longer without a tone or a word
  out_quiet      = 2,          -- nothing new in the last seconds of an out-breath
  same_again     = 60,         -- the same line is not said again sooner

  breath_hold_max  = 7,
  relax_478_cycles = 4,        -- at most, in the first month
}
