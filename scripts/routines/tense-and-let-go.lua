-- Fourteen groups of muscles: a few seconds of tension each, and much longer of letting go.
return {
  title    = "Tense and let go",
  summary  = "Group by group: half strength for one breath, then let go.",
  region   = "whole body",
  position = { "bed", "floor", "chair" },
  tools    = {},
  points   = {},
  minutes  = { 8, 15, 24 },
  params   = { mode = { "standard", "gentle" } },

  play = function(with)
    local gentle = with.mode == "gentle"
    bed { kind = "noise", colour = "pink", db = -44 }
    step "Arrive"
    welcome {
      "Tensing a muscle, to feel it let go.",
      pressing = false,
      lines = {
        { "Lie with the head on a pillow, arms beside you.", pause = 4 },
        { "What hurts, or was hurt lately, stays out of it.", pause = 1 },
      },
    }
    settle {
      breath = "calm-46", cycles = 5,
      lines = {
        { "Tension comes with a breath in.", pause = 1, more = 1 },
        { gentle and "Only as much as you can just feel." or "Never with all your might. Half of it.", pause = 2 },
        { "Your own pace is fine.", pause = 1 },
      },
    }

    step "Hands and arms"
    tense { "hand", "each" }
    tense { "upper-arms" }
    step "Shoulders"
    tense { "shoulders" }
    step "Face and neck"
    tense { "forehead", more = 1 }
    tense { "eyes", more = 2 }
    tense { "jaw" }
    tense { "neck", more = 2 }
    step "Trunk"
    tense { "chest", more = 1 }
    tense { "belly" }
    tense { "back", more = 2 }
    step "Legs"
    tense { "buttocks", more = 2 }
    tense { "thighs" }
    tense { "calves", more = 1 }
    tense { "feet" }

    step "Nothing left to do"
    scan {
      "whole-body", seconds = 100,
      lines = {
        "Go back once over what was tensed.", "Arms and hands. Is anything still on?", "Forehead, eyes, jaw.", "The shoulders, on their way down.",
        "Chest and belly, breathing alone.", "The legs, far off and heavy.", "Where it is still firm, breathe out toward it.",
      },
    }

    step "Return"
    tell { { "Roll the wrists, roll the ankles.", pause = 5 }, { "Bend the knees, and turn to one side.", pause = 5, more = 1 } }
    finish { test = false, lines = { { "Lean on your hands to come up.", "Come up by way of your hands.", pause = 4, more = true } } }
  end,
}
