-- The muscles that hold the kneecap, on a chair with a stick and the thumbs; then the hip and two stretches, standing.
return {
  title    = "Front of the knee",
  summary  = "The thigh above the knee, from a chair, then the hip and two stretches at a wall.",
  region   = "thigh",
  dose     = "tour",
  position = { "chair", "standing", "wall" },
  tools    = { "stick", "ball-soft", "thumb" },
  points   = { "rectus-femoris", "vastus-lateralis", "vastus-medialis", "tensor-fasciae-latae" },
  minutes  = { 9, 10, 16 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    local gentle = with.mode == "gentle"

    -- One hold for each thigh; what is said on the way to the second one is `other`.
    local function thighs(point, seconds, level, one, other)
      for side in sides(with.side) do
        find  { point, side, lines = one }
        press { point, side, seconds = seconds, level = level, lines = { done = {} } }
        one = other
      end
    end

    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "For knees that notice stairs and long walks.",
      lines = {
        { "A chair by a wall, a rolling pin, a soft ball.", pause = 1.5 },
        { "Wear something you can push up.", pause = 1, more = 3 },
      },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "Sit, and let both feet find the floor.", "Sit down, and let the knees be heavy.", pause = 2 } },
    }
    rate { "How do the knees feel, ten being very tense?", point = "vastus-medialis", when = "before", more = 3 }

    step "Front"
    thighs("rectus-femoris", 20, 6, {
      { "Lay the stick across the thigh, hands at its ends.", pause = 2, more = 1 },
      { "From below the hip to a hand-width above the kneecap.", pause = 3 },
      { "One slow pass, to see where it is tender.", pause = 4, more = 3 },
    }, { { "The stick onto the {side} thigh.", pause = 2.5 } })

    step "Outside"
    thighs("vastus-lateralis", 20, 6, {
      { "Let the knee tip inward, so the outside turns up.", pause = 2.5 },
      { "The stick in front of the side seam, low down.", pause = 2.5 },
      { "Creep upward, and stop where it aches.", pause = 3.5, more = 3 },
    }, { { "Tip the {side} knee in, and start low again.", pause = 3 } })

    step "Inside"
    thighs("vastus-medialis", 15, 5, {
      { "Put the stick down. Slide that foot out, knee long.", pause = 2.5 },
      { "Tighten it. A teardrop rises above, inside. Let go.", pause = 3 },
      { "Thumbs on it, one upon the other.", pause = 2, more = 1 },
    }, { { "The {side} knee long, thumbs on its drop.", pause = 3.5 } })

    if not gentle then
      step "Front pocket"
      tell { { "Take the ball, stand up, and face the wall.", pause = 4 } }
      thighs("tensor-fasciae-latae", 15, 6, {
        { "Where the pocket ends, two fingers below the hip point.", pause = 3 },
        { "Pin the ball there with the wall, hips a little turned.", pause = 3.5 },
      }, { { "Change over to the {side} pocket.", pause = 3.5 } })
    end

    step "Heel to seat"
    if gentle then
      tell { { "Stand up, in your own time.", pause = 3 } }
    else
      tell { { "Let the ball go, and turn to the chair.", pause = 3, more = 3 } }
    end
    for side in sides(with.side) do stretch { "standing-quad", side, seconds = 15 } end

    step "Long side"
    for side in sides(with.side) do stretch { "crossed-lean", side, seconds = 12 } end

    step "Close"
    tell { { "Sit again, or rest your back on the wall.", pause = 3, more = 1 } }
    breathe {
      "calm-46", cycles = gentle and 6 or 1, words = false, every = 4,
      lines = {
        "Soft knees, slow breath.", "Let the thighs lie wide.", "Nothing to climb now.", "Heavy feet, light breath.",
      },
    }
    rate { "And the knees now, zero to ten?", point = "vastus-medialis", when = "after", seconds = 6 }
    finish {
      test = {
        { "Slide down the wall a hand's width, and up again.", pause = 5 },
        { "Smoother, the same, or rougher?", pause = 2, more = 3 },
      },
      lines = { { "Take the next stairs one at a time.", more = 3 } },
    }
  end,
}
