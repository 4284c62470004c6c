-- After a day behind a counter, at a stove or in a ward: calves, soles and shins on a chair, the hips and a stretch at the wall.
return {
  title    = "After a day on your feet",
  summary  = "Calves, soles, shins and hips, when the day was spent standing.",
  region   = "leg",
  position = { "chair", "wall" },
  tools    = { "ball-soft", "thumb", "knuckles" },
  points   = { "soleus", "plantar-arch", "tibialis-anterior", "gluteus-medius" },
  minutes  = { 9, 10, 16 },
  dose     = "tour",
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    local function either(side, first, then_the_right)
      return with.side == "both" and side == "right" and then_the_right or first
    end

    bed { colour = "brown" }
    step "Sit down at last"
    welcome {
      "You stood all day. Now the chair does it.",
      lines = {
        { "One leg swollen, hot or red? Then not today.", pause = 0.6 },
        { "Shoes off. A soft ball near your feet, a wall nearby.", pause = 3 },
      },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "Give the chair your whole weight.", "Let the chair stand for you.", pause = 1 } },
    }
    rate { "How heavy are the legs, zero to ten?", point = "soleus", when = "before", more = 3 }

    step "Lower calves"
    for side in sides(with.side) do
      find { "soleus", side, lines = either(side, {
        { "Ankle up on the other knee, thumbs behind the shin.", pause = 3 },
        { "Two hand-widths above the heel, to the inside.", pause = 3 },
        { "Slide across, and wait where it is tender.", pause = 4, more = 3 },
      }, { { "This ankle up, two hand-widths above the heel.", pause = 3.5 } }) }
      press { "soleus", side, seconds = 20, level = 5, lines = { done = {} } }
    end

    step "Soles"
    tell { { "Sit square again. Feel for the ball with a foot.", pause = 2 } }
    for side in sides(with.side) do
      find { "plantar-arch", side, lines = either(side, {
        { "Roll the ball along the arch, heel to toe pad.", pause = 4 },
        { "Stop where the day has left its mark.", pause = 2.5 },
      }, { { "Over to this arch, and stop where it is tender.", pause = 4 } }) }
      press { "plantar-arch", side, seconds = 20, level = 5, lines = { done = {} } }
    end

    step "Shins"
    for side in sides(with.side) do
      find { "tibialis-anterior", side, lines = either(side, {
        { "Ball aside. Knuckles on the upper shin, outside the bone.", pause = 3 },
        { "A thumb-width from the edge, toward the ankle.", pause = 2.5 },
      }, { { "The upper shin, a thumb-width outside the bone.", pause = 3 } }) }
      press { "tibialis-anterior", side, seconds = 15, level = 5, lines = { done = {} } }
    end

    step "Hips"
    tell { { "Eyes open. Take the ball, and go to the wall.", pause = 6 } }
    for side in sides(with.side) do
      find { "gluteus-medius", side, lines = either(side, {
        { "Back to the wall, and turn a little to the {side}.", pause = 2.5 },
        { "Ball under the crest of the pelvis, above the back pocket.", pause = 4 },
        { "Bend the knees, and stop where it is tender.", pause = 3 },
      }, { { "Turn to the {side}, the ball under that crest.", pause = 4 } }) }
      press { "gluteus-medius", side, seconds = 20, level = 5, lines = { done = {} } }
    end

    step "Calves at the wall"
    tell { { "Let the ball drop, and face the wall.", pause = 3 } }
    for side in sides(with.side) do stretch { "calf-straight", side, seconds = 10 } end

    step "Feet in the air"
    tell { { "Back to the chair. Let the legs be long.", pause = 4 } }
    for side in sides(with.side) do
      move { "ankle-circles", side, seconds = 10, lines = { { "Circles with the {side} foot, both ways.", pause = 0.5 } } }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "The chair does the standing now." } }
    rate { "And how heavy are the legs now?", point = "soleus", when = "after", seconds = 6, more = 1 }
    finish {
      test = { { "Press both soles down, and let go.", pause = 3 } },
      lines = { { "Feet up for a while, if the evening allows.", pause = 1, more = 3 } },
    }
  end,
}
