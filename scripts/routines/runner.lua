-- Legs that have run, from the calves up to the seat: roller, stick and ball on the floor, a towel lying down, then the wall
-- and a few easy steps. One short hold for each place, as there are seven.
return {
  title    = "Runner's legs",
  summary  = "After a run: calves, shins, thighs and seat, then long stretches.",
  region   = "leg",
  position = { "floor", "wall" },
  tools    = { "roller", "stick", "ball-soft", "knuckles" },
  points   = {
    "gastrocnemius-inner", "soleus", "tibialis-anterior", "vastus-lateralis", "hamstrings-outer", "gluteus-maximus",
    "adductor-longus",
  },
  minutes  = { 17, 20, 26 },
  dose     = "tour",
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    local function by(side, either, after_left)
      return with.side == "both" and side == "right" and after_left or either
    end

    bed { colour = "brown" }
    step "Off the road"
    welcome {
      "For legs that have just run, or ran yesterday.",
      lines = {
        { "A calf swollen or hot? Not today.", pause = 0.6 },
        { "Dark urine, or a very swollen muscle? See a doctor.", pause = 0.6 },
        { "Roller, stick, soft ball and a towel, on the floor.", pause = 2 },
      },
      position = { { "Sit down among them, legs long.", pause = 4 } },
    }
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "The run is over. Let the floor take the legs.", "Nothing more to run for. Let the legs lie.", pause = 1.5 },
        { "Breathe as fast or as slow as you need.", pause = 1 },
      },
    }
    rate { "How heavy are the legs, zero to ten?", point = "gastrocnemius-inner", when = "before", more = 3 }

    step "Calves"
    for side in sides(with.side) do
      find { "gastrocnemius-inner", side, lines = by(side, {
        { "First the roller, a hand-width below the knee.", pause = 3 },
        { "Toes a little in, onto the thick inner half.", pause = 2.5 },
        { "Rock the foot, and rest on the tender place.", pause = 3 },
      }, {
        { "The other calf across, toes a little in.", pause = 3 },
        { "Rock, and rest where it is tender.", pause = 3, more = 3 },
      }) }
      press { "gastrocnemius-inner", side, seconds = 25, level = 5, lines = { done = {} } }
    end

    step "Lower calves"
    for side in sides(with.side) do
      find { "soleus", side, lines = by(side, {
        { "Same roller, two hand-widths above the heel.", pause = 3 },
        { "Slide to and fro a little, toes up.", pause = 3, more = 3 },
      }, { { "This leg too, below the bulge of the calf.", pause = 3 } }) }
      press { "soleus", side, seconds = 20, level = 5, lines = {
        press = { "On a breath out, let the roller have it, to a {level}." },
        press_gentle = { "On a breath out, let the leg lie there." },
        hold = { "The heel hangs, the ankle too.", "No work left for this leg." },
        off = { "Lift the leg off.", "Let it lie." }, done = {},
      } }
    end

    step "Shins"
    tell { { "Roller aside, and take the stick in both hands.", pause = 3.5 } }
    for side in sides(with.side) do
      find { "tibialis-anterior", side, lines = by(side, {
        { "Knee up, foot flat, stick on the outer shin.", pause = 3 },
        { "On the flesh, a thumb-width outside the bone.", pause = 2.5 },
      }, { { "This knee up. A thumb-width outside the bone.", pause = 3.5 } }) }
      press { "tibialis-anterior", side, seconds = 20, level = 5, lines = {
        hold = { "Down toward the ankle, lift, and again.", "Light hands, slow stick." },
        off = { "Lift the stick.", "Lay it down." }, done = {},
      } }
    end

    step "Outer thighs"
    for side in sides(with.side) do
      find { "vastus-lateralis", side, lines = by(side, {
        { "The knee leans in, so the outer thigh looks up.", pause = 3 },
        { "Stick in front of the side seam, above the knee.", pause = 3 },
        { "Roll upward in short lengths, to a tender place.", pause = 4 },
      }, {
        { "This knee leans in. Stick before the side seam.", pause = 3 },
        { "Upward, to a tender place.", pause = 3, more = 3 },
      }) }
      press { "vastus-lateralis", side, seconds = 20, level = 5, lines = { done = {} } }
    end

    step "Backs of the thighs"
    tell { { "Stick away. The roller comes back, under a thigh.", pause = 3.5 } }
    for side in sides(with.side) do
      find { "hamstrings-outer", side, lines = by(side, {
        { "Halfway from the seat to the knee, leg long.", pause = 3 },
        { "Roll a little outward, off the middle line.", pause = 2.5 },
        { "Slide up and down, and stop at the ache.", pause = 4, more = 3 },
      }, { { "Under the other thigh, halfway, in the outer half.", pause = 4 } }) }
      press { "hamstrings-outer", side, seconds = 20, level = 5, lines = {
        hold = { "Weight on the hands for less.", "Foot loose, knee loose." },
        easier = { "Lighter now. Push the floor with both hands.", "Lighter again. Bend the other knee, and help." },
        release = { "Push up slowly.", "Slowly up." },
        off = { "Push up with the hands.", "Roller out." }, done = {},
      } }
    end

    step "Seat"
    tell { { "Roller aside for good. Now the ball.", pause = 2.5 } }
    for side in sides(with.side) do
      find { "gluteus-maximus", side, lines = by(side, {
        { "Knees bent, lean back, ball under that buttock.", pause = 4 },
        { "Start beside the flat bone above the tail.", pause = 3 },
        { "Roll outward, and sit on the tender place.", pause = 4 },
      }, {
        { "The ball to this side, beside the flat bone.", pause = 4 },
        { "Outward, until one place answers.", pause = 3, more = 3 },
      }) }
      press { "gluteus-maximus", side, seconds = 20, level = 5, lines = { done = {} } }
    end

    step "Inner thighs"
    tell { { "No tool for this one: a flat fist.", pause = 1.5 } }
    for side in sides(with.side) do
      find { "adductor-longus", side, lines = by(side, {
        { "Let that knee fall open to the side.", pause = 2.5 },
        { "A full hand-width below the groin, to mid-thigh, no further.", pause = 3 },
      }, { { "This knee open. A full hand-width below the groin.", pause = 3 } }) }
      press { "adductor-longus", side, seconds = 15, lines = { done = {} } }
    end

    step "Towel"
    tell { { "Lie back, and let both legs rest a breath.", pause = 5 } }
    for side in sides(with.side) do stretch { "hamstring-strap", side, seconds = 20 } end

    step "Wall"
    tell { { "Roll to a side, sit, and stand up. To the wall.", pause = 8 } }
    for side in sides(with.side) do stretch { "calf-straight", side, seconds = 15 } end
    for side in sides(with.side) do stretch { "calf-bent", side, seconds = 10 } end
    for side in sides(with.side) do stretch { "standing-quad", side, seconds = 15 } end

    step "Cool down"
    tell { { "Turn round, and lean your back on the wall.", pause = 3 } }
    breathe { "calm-46", cycles = 4, lines = { "Slower than on the road.", "Let the legs hum.", "Long out-breath, soft knees." } }
    move { "walk-easy", seconds = 20 }

    step "Close"
    rate { "How heavy are the legs now?", point = "gastrocnemius-inner", when = "after" }
    finish {
      test = {
        { "Lift one knee, then the other, like starting to run.", pause = 4 },
        { "Lighter, the same, or heavier?", pause = 2, more = 1 },
      },
      lines = { { "Drink when you are thirsty.", pause = 0.8, more = 3 } },
    }
  end,
}
