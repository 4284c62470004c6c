-- One tender place, the one that asks for it, and what follows it: a stretch or a movement. For whoever has three minutes.
--
-- Each row is a stretch, and the points it follows.
local spots = {
  { "neck-side-tilt", "upper-trapezius" },
  { "brow-release", "frontalis", "corrugator", "occipitalis" },
  { "jaw-open-tongue-up", "temporalis", "masseter" },
  { "chin-tuck-nod", "suboccipitals", "neck-posterior" },
  { "nose-to-armpit", "splenius-capitis", "levator-scapulae" },
  { "self-hug", "middle-trapezius", "rhomboids", "serratus-posterior-superior" },
  { "desk-reach", "lower-trapezius" },
  { "cat-cow", "thoracic-paraspinals" },
  { "side-bend-reach", "latissimus-dorsi", "serratus-anterior", "quadratus-lumborum", "serratus-posterior-inferior" },
  { "hand-behind-back", "supraspinatus" },
  { "arm-across", "infraspinatus", "teres-minor", "deltoid-back" },
  { "triceps-overhead", "teres-major", "triceps" },
  { "doorway-low", "deltoid-front", "subclavius" },
  { "doorway-high", "pectoralis-major", "pectoralis-minor" },
  { "biceps-wall", "biceps", "brachialis" },
  { "wrist-bend-down", "brachioradialis", "wrist-extensors", "finger-extensors" },
  { "palm-turn", "supinator", "pronator-teres" },
  { "wrist-bend-up", "wrist-flexors", "finger-flexors" },
  { "thumb-web-open", "thumb-pad" },
  { "finger-spread", "hand-interossei" },
  { "knees-to-chest", "lumbar-paraspinals" },
  { "pelvic-tilt", "lumbar-multifidus" },
  { "knee-to-opposite", "gluteus-maximus" },
  { "figure-four", "gluteus-medius", "piriformis" },
  { "crossed-lean", "gluteus-minimus" },
  { "half-kneel", "tensor-fasciae-latae" },
  { "standing-quad", "rectus-femoris", "vastus-lateralis", "vastus-medialis" },
  { "hamstring-strap", "hamstrings-outer", "hamstrings-inner" },
  { "butterfly", "adductor-longus", "adductor-magnus" },
  { "calf-straight", "gastrocnemius-inner", "gastrocnemius-outer" },
  { "calf-bent", "soleus", "inner-shin-flexors" },
  { "shin-point", "tibialis-anterior", "toe-extensors" },
  { "foot-turn-in", "peroneals" },
  { "toe-pull", "plantar-arch", "heel-front", "abductor-hallucis", "ball-of-foot" },
  { "toe-curl-down", "foot-interossei", "extensor-digitorum-brevis" },
}

local points, stretch_of = {}, {}
for _, row in ipairs(spots) do
  for i = 2, #row do
    points[#points + 1] = row[i]
    stretch_of[row[i]] = row[1]
  end
end

local both_at_once = { ["suboccipitals"] = true, ["thoracic-paraspinals"] = true }

return {
  title    = "One spot",
  summary  = "Three minutes for the one place that asks for it.",
  region   = "whole body",
  position = { "chair", "table", "wall", "standing", "floor", "bed", "doorway" },
  tools    = { "fingers", "ball-soft" },
  points   = points,
  minutes  = { 3, 4, 5 },
  params   = { point = points, side = { "right", "left", "both" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Arrive"
    welcome {
      "One place, a few minutes.",
      lines = { { "Have a soft ball near, if the place wants one.", pause = 2, more = 3 } },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "Breathe at your own pace.", "Let the breath come as it comes.", pause = 1 }, { "All the other places may rest.", pause = 1.5, more = 3 } },
    }

    local function work(side)
      step(side == "left" and "The spot, left" or side == "right" and "The spot, right" or "The spot")
      find  { with.point, side }
      press { with.point, side, seconds = 15, times = 2 }
      step "And after"
      stretch { stretch_of[with.point], side, seconds = 15 }
    end
    if both_at_once[with.point] then
      work()
    else
      for side in sides(with.side) do work(side) end
    end

    step "Close"
    rate { "How strong is it now, zero to ten?", point = with.point, when = "after", more = 3 }
    finish {
      test = { { "Move that place a little, any way it likes.", pause = 4, more = 3 } },
      lines = { { "Same place again tomorrow, not sooner.", pause = 1, more = 3 } },
    }
  end,
}
