-- The last thing of the day, lying in bed: face, skull and shoulders lightly, then nothing but the breath. It has no numbers and does not
-- ask anybody to open the eyes again.
local jaw = {
  press = { "On a breath out, let the fingertips sink in, to a {level}." },
  press_gentle = { "On a breath out, let the fingertips lie heavier." },
  sink = { "And out. Gently.", "And sink in." },
  hold = { "The pillow has the head.", "Teeth apart, nothing more to say today.", "Let the elbow rest on the bed." },
  release = { "And lift off.", "Fingers away." },
}
local temple = {
  hold = { "Small circles, slower still.", "The lids are heavy too.", "Let the hand be the only thing awake." },
}
local skull = {
  hold = { "Only the weight of the head.", "Let the pillow take the rest.", "The forehead goes dark and smooth." },
  done = { { "Slide the fingers out, and turn the palms down.", pause = 4 } },
}
local shoulder = {
  left = {
    hold = { "The other arm sleeps already.", "A soft hand, as if holding dough." },
    done = { { "Lay that hand down, wherever it falls.", "Let the hand slide off, onto the blanket.", pause = 3 } },
  },
  right = {
    hold = { "Let the bed have both shoulders.", "The hand hangs there, and that is all." },
    done = { { "And this hand down beside you.", pause = 3 } },
  },
}
-- What leads to a spot lying down. The second side has the place's own words, or needs none.
local way = {
  masseter = {
    { "Your {side} fingertips on that cheek, in front of the ear lobe.", pause = 3 },
    { "A finger-width forward, low on the chewing muscle.", pause = 3, more = true },
    { "Let the jaw hang. Stay where it answers.", pause = 3 },
  },
  temporalis = {
    { "{side} fingers up to the temple, behind the eye.", pause = 3 },
    { "Feel for the place that is glad of it.", pause = 3, more = true },
  },
  shoulder = {
    { "Reach over to the roll of that shoulder.", pause = 3 },
    { "Thumb in front, fingers behind, elbow lying on your chest.", pause = 3 },
  },
  other_shoulder = { { "Now the other hand, over to this roll.", pause = 4 } },
}

return {
  title    = "Bedtime",
  summary  = "Light touch for face, skull and shoulders, then rest.",
  region   = "whole body",
  dose     = "tour",
  position = { "bed" },
  tools    = { "fingers", "pinch" },
  points   = { "masseter", "temporalis", "suboccipitals", "upper-trapezius" },
  minutes  = { 9, 15, 22 },
  params   = { side = { "both", "left", "right" }, mode = { "gentle", "standard" } },

  play = function(with)
    bed { kind = "noise", colour = "brown", db = -44 }
    step "In bed"
    welcome {
      "For the end of the day, in bed.",
      lines = {
        { "Lights low, and everything else put away.", pause = 2, more = 1 },
        { "Lie on your back, a pillow under the head.", pause = 5 },
      },
    }
    settle {
      breath = "long-48", cycles = 5,
      lines = { { "Let the mattress come up to meet you.", "Let the bed do all the carrying.", pause = 3 }, { "Your own pace is fine.", pause = 2 } },
    }

    step "Jaw"
    local lead = way.masseter
    for side in sides(with.side) do
      find  { "masseter", side, lines = lead }
      press { "masseter", side, seconds = 20, lines = jaw }
      lead = nil
    end

    step "Temples"
    lead = way.temporalis
    for side in sides(with.side) do
      find  { "temporalis", side, lines = lead }
      press { "temporalis", side, seconds = 20, lines = temple }
      lead = nil
    end

    step "Under the skull"
    find {
      "suboccipitals",
      lines = {
        { "Both hands behind the head, fingers under the ridge.", pause = 4 },
        { "In the two soft hollows beside the middle.", pause = 3 },
        { "Let the head come down on them.", pause = 3 },
      },
    }
    press { "suboccipitals", seconds = 30, lines = skull }

    step "Shoulders"
    lead = way.shoulder
    for side in sides(with.side) do
      find  { "upper-trapezius", side, lines = lead }
      press { "upper-trapezius", side, seconds = 20, lines = shoulder[side] }
      lead = way.other_shoulder
    end
    tell { { "Some soreness tomorrow is normal.", pause = 1 }, { "Now the hands are done for today.", pause = 4 } }

    step "Knees"
    move { "knees-side-rock", "mid", seconds = 20 }
    tell { { "Legs long again, or a pillow under the knees.", pause = 6 } }

    step "Rest"
    scan {
      "whole-body", seconds = 160,
      lines = {
        "Feel how far down the body has sunk already.", "The feet, warm under the blanket, or not yet.", "Calves and thighs, poured out.",
        "The hips, as wide as the bed allows.", "Belly, up and down, like a boat at rest.", "The back, every bit of it put down.",
        "Hands, empty.", "Shoulders, done with carrying.", "Throat, tongue, lips. Nothing to say.", "Eyes, behind their two curtains.",
        "And all of it can stay just like this.",
      },
    }

    step "Breath"
    breathe {
      "long-48", cycles = 9, words = false, every = 3,
      lines = { "Longer out than in.", "Slower, if it likes.", "It breathes by itself.", "Nobody needs you now." },
    }
    tell { { "The tones go now. Good night.", "This is the end of the words. Sleep well.", pause = 3 } }
    bell { kind = "bowl", hz = 220, db = -30 }
  end,
}
