-- breaths.lua - the breath patterns, by id. Seconds of each phase; hold_in follows the in-breath, hold_out the
-- out-breath. `words` replaces what is said in the first cycles; `most` is the greatest number of cycles.

local limits = need("limits")

return {
  ["natural"]     = { in_s = 0,   hold_in_s = 0, out_s = 0,   hold_out_s = 0, use = "free breathing; search and set-up" },
  ["soft-34"]     = { in_s = 3,   hold_in_s = 0, out_s = 4,   hold_out_s = 0, use = "starter pace; short of breath" },
  ["calm-46"]     = { in_s = 4,   hold_in_s = 0, out_s = 6,   hold_out_s = 0, use = "default during holds" },
  ["even-5"]      = { in_s = 5,   hold_in_s = 0, out_s = 5,   hold_out_s = 0, use = "resonance pace" },
  ["coherent-55"] = { in_s = 5.5, hold_in_s = 0, out_s = 5.5, hold_out_s = 0, use = "coherent breathing" },
  ["long-48"]     = { in_s = 4,   hold_in_s = 0, out_s = 8,   hold_out_s = 0, use = "longer out-breath; bedtime" },
  ["box-4444"]    = { in_s = 4,   hold_in_s = 4, out_s = 4,   hold_out_s = 4, use = "focus; never in gentle mode",
                      words = { ["in"] = "In, four.", hold_in = "Hold, four.", out = "Out, four.", hold_out = "Rest, four." } },
  ["relax-478"]   = { in_s = 4,   hold_in_s = 7, out_s = 8,   hold_out_s = 0, use = "evening; never in gentle mode",
                      most = limits.relax_478_cycles,
                      words = { ["in"] = "In for four.", hold_in = "Hold for seven.", out = "Out for eight, softly." } },
  ["sigh"]        = { in_s = 3,   hold_in_s = 0, out_s = 7,   hold_out_s = 0, use = "in, a small sip on top, a long sigh out",
                      words = { ["in"] = "In, and a sip more.", out = "A long sigh out." } },
  ["contract-55"] = { in_s = 5,   hold_in_s = 0, out_s = 5,   hold_out_s = 0, use = "press gently on in, let go on out",
                      words = { ["in"] = "In, press gently.", out = "Out, let go." } },
}
