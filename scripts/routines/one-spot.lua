-- One tender place, the one that asks for it, and what follows it: a stretch or a movement. For whoever has three minutes.
local points = {
  "upper-trapezius",
  "frontalis", "corrugator", "occipitalis",
  "temporalis", "masseter",
  "suboccipitals", "neck-posterior",
  "splenius-capitis", "levator-scapulae",
  "middle-trapezius", "rhomboids", "serratus-posterior-superior",
  "lower-trapezius",
  "thoracic-paraspinals",
  "latissimus-dorsi", "serratus-anterior", "quadratus-lumborum", "serratus-posterior-inferior",
  "supraspinatus",
  "infraspinatus", "teres-minor", "deltoid-back",
  "teres-major", "triceps",
  "deltoid-front", "subclavius",
  "pectoralis-major", "pectoralis-minor",
  "biceps", "brachialis",
  "brachioradialis", "wrist-extensors", "finger-extensors",
  "supinator", "pronator-teres",
  "wrist-flexors", "finger-flexors",
  "thumb-pad",
  "hand-interossei",
  "lumbar-paraspinals",
  "lumbar-multifidus",
  "gluteus-maximus",
  "gluteus-medius", "piriformis",
  "gluteus-minimus",
  "tensor-fasciae-latae",
  "rectus-femoris", "vastus-lateralis", "vastus-medialis",
  "hamstrings-outer", "hamstrings-inner",
  "adductor-longus", "adductor-magnus",
  "gastrocnemius-inner", "gastrocnemius-outer",
  "soleus", "inner-shin-flexors",
  "tibialis-anterior", "toe-extensors",
  "peroneals",
  "plantar-arch", "heel-front", "abductor-hallucis", "ball-of-foot",
  "foot-interossei", "extensor-digitorum-brevis",
}

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
      stretch { point = with.point, side = side, seconds = 15 }
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
