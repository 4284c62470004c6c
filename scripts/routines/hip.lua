-- Round the hip in four places at the wall, from the back pocket to the front one; then two stretches on the floor.
return {
  title    = "Hip and buttock",
  summary  = "Four places round the hip at a wall, then two stretches on the floor.",
  region   = "hip",
  dose     = "tour",
  position = { "wall", "floor" },
  tools    = { "ball-soft", "ball-firm" },
  points   = { "gluteus-medius", "gluteus-minimus", "piriformis", "tensor-fasciae-latae" },
  minutes  = { 9, 12, 18 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    local gentle = with.mode == "gentle"

    -- One hold a side: `first` leads there from the place before, `then_the_other` to the other side.
    local function stop_at(point, seconds, first, then_the_other, speech)
      for side in sides(with.side) do
        find  { point, side, lines = first }
        press { point, side, seconds = seconds, level = 6, lines = speech or { done = {} } }
        first = then_the_other
      end
    end

    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "Once round the hip, after a day in a chair.",
      lines = { { "A wall, a soft ball, and a cushion on the floor.", pause = 1.5 } },
    }
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Stand with your back at the wall, and lean.", pause = 3 },
        { "Let the knees unlock, and the breath come and go.", "Soften the knees. The breath looks after itself.", pause = 1 },
      },
    }
    rate { "How stiff are the hips, zero to ten?", point = "gluteus-medius", when = "before", more = 3 }

    step "Back pocket"
    stop_at("gluteus-medius", 25, {
      { "Trace the crest of the pelvis, back toward the spine.", pause = 3 },
      { "Slip the ball just under it, and turn onto it.", pause = 4 },
      { "Bend the knees a little, and find the tender place.", pause = 3.5, more = 1 },
    }, { { "Swing round, the ball under the {side} crest.", pause = 5 } })

    step "Trouser seam"
    stop_at("gluteus-minimus", 20, {
      { "Turn until that side of the hip faces the wall.", pause = 3 },
      { "Ball halfway from the crest to the bony bump.", pause = 4 },
    }, { { "The {side} seam now, above the bump.", pause = 5 } })

    step "Middle of the buttock"
    stop_at("piriformis", 20, {
      { "Back to the wall again, the ball lower and further in.", pause = 4 },
      { "The centre of the buttock, halfway to the hip bump.", pause = 3.5 },
    }, { { "Roll the ball across, to the {side} centre.", pause = 4.5 } }, {
      press = { "On a breath out, lean back to a {level}." },
      press_gentle = { "On a breath out, lean back onto it, barely." },
      sink = { "And out. Lean back.", "Out, and lean back.", "And lean back." },
      hold = { "A dull ache, no more.", "Let the wall do the pushing." },
      easier = { "Lighter now. Bring the feet nearer.", "Lighter again. Nearer still." },
      release = { "Come off slowly.", "Slowly off it." },
      off = { "Step off the wall.", "Let the ball drop." },
      done = {},
    })

    if not gentle then
      step "Front pocket"
      stop_at("tensor-fasciae-latae", 20, {
        { "Turn to face the wall, arms folded on it.", pause = 3 },
        { "Two finger-widths out and down from the hip point.", pause = 3 },
        { "Ball there, where a front pocket ends.", pause = 3.5 },
      }, { { "Over to the {side} front pocket.", pause = 4.5 } })
    end

    step "Figure four"
    tell { { "Drop the ball. Eyes open, come down onto your back.", pause = 8 } }
    for side in sides(with.side) do
      local second = with.side == "both" and side == "right"
      stretch { "figure-four", side, seconds = 20, lines = second and {
        { "Now the {side} ankle, and the {other} thigh comes in.", pause = 2.5 },
      } or {
        { "A new hip, or a knee that complains? Skip this.", pause = 0.8 },
        { "Knees bent. Cross the {side} ankle over the {other} knee.", pause = 2 },
        { "Hold behind the {other} thigh, and draw it in.", pause = 1 },
      } }
    end

    step "Front of the hip"
    tell { { "Roll up onto your knees, by the cushion.", pause = 6 } }
    for side in sides(with.side) do stretch { "half-kneel", side, seconds = 15 } end

    step "Close"
    tell { { "Sit down where you are.", pause = 4, more = 1 } }
    breathe {
      "calm-46", cycles = gentle and 8 or 3, words = false, every = 4,
      lines = {
        "Both hips on the ground.", "Loose legs, loose jaw.", "Let the seat spread.", "Each breath a little longer.",
      },
    }
    rate { "How stiff are the hips now, zero to ten?", point = "gluteus-medius", when = "after", more = 1 }
    finish {
      test = {
        { "Let one knee fall out, then the other.", pause = 5, more = 1 },
        { "Lower than before, the same, or higher?", pause = 2, more = 2 },
      },
      lines = { { "Use the wall, when you stand up.", pause = 4 } },
    }
  end,
}
