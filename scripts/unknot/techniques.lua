-- techniques.lua - the ways to work a spot, by id: how, and for how long. `say` has what is spoken where a site has no words of
-- its own: how the pressure goes in, softer reminders, how it gets less, how it goes. {level} is the aim, in words.
-- `pressed = false`: nothing is pressed, only stretched.

return {
  ["press"] = {
    how = "still pressure: body weight or stacked finger, straight down, no digging", dose = "20-30 s, up to 90 s",
    say = {
      press = { "On a breath out, sink in to a {level}." },
      press_gentle = { "On a breath out, rest there lightly." },
      sink = { "And out. Sink in slowly.", "And out. In you go.", "And out. Sink in.", "And sink in." },
      easier = { "Lighter now. Let some pressure go.", "Lighter again. A little less." },
      off = { "Come away slowly.", "Rest both hands." },
    },
  },
  ["squeeze"] = {
    how = "pincer: a roll of muscle between thumb and fingers, off the deeper parts", dose = "10-30 s",
    say = {
      press = { "On a breath out, squeeze to a {level}." },
      press_gentle = { "On a breath out, squeeze very lightly." },
      sink = { "And out. Squeeze slowly.", "And out. In you go.", "And out. Squeeze.", "And squeeze." },
      hold = { "Soft jaw, loose shoulders.", "Let the hand be heavy, not hard.", "A long, easy breath out.", "Let the face go smooth." },
      release = { "Open the fingers slowly.", "Ease off, slowly.", "And slowly let go." },
      easier = { "Lighter now. Open the fingers a little.", "Lighter again. Let the fingers give." },
      off = { "Let go slowly.", "Rest the hand." },
    },
  },
  ["circle"] = {
    how = "small circles: the skin moves with the finger, coin-sized", dose = "20-30 s",
    say = {
      press = { "On a breath out, small circles, at a {level}." },
      press_gentle = { "On a breath out, small circles, very light." },
      sink = { "And out. Begin to circle.", "And out. Slow circles.", "And out. Circle again.", "And circle." },
      hold = { "Let the skin move with the finger.", "Circles as small as a coin.", "A long, easy breath out.", "Let the face go smooth." },
      release = { "Let the circles come to rest.", "Ease off, slowly.", "And slowly lift away." },
      easier = { "Lighter now. Only the skin moves.", "Lighter again. A little less." },
      off = { "Lift away slowly.", "Rest the hand." },
    },
  },
  ["stroke"] = {
    how = "slow one-way stroke along or across the band: start just before, end just after the spot", dose = "6-12 strokes of 3 s",
    say = {
      press = { "On a breath out, slow strokes, at a {level}." },
      press_gentle = { "On a breath out, slow strokes, very light." },
      sink = { "And out. Begin to stroke.", "And out. Stroke slowly.", "And out. Once along.", "And stroke.", "And along.", "Along again." },
      hold = { "Slow strokes, one way.", "About three seconds for each.", "A long, easy breath out.", "Let the face go smooth." },
      again = { "Same strip, once more.", "Once again.", "Stay with that strip." },
      release = { "Let the last stroke end.", "Ease off, slowly.", "And slowly lift away." },
      easier = { "Lighter now. Let the hand glide.", "Lighter again. A little less." },
      off = { "Lift away slowly.", "Rest the hand." },
    },
  },
  ["knead"] = {
    how = "squeeze and lift in a rhythm, with the whole hand", dose = "30-60 s",
    say = {
      press = { "On a breath out, squeeze and lift, to a {level}." },
      press_gentle = { "On a breath out, squeeze and lift, very light." },
      sink = { "And out. Squeeze and lift.", "And out. Knead slowly.", "And out. Once again.", "And knead." },
      hold = { "The whole hand, in a slow rhythm.", "Squeeze, lift, and let go.", "A long, easy breath out.", "Let the face go smooth." },
      release = { "Let the hand come to rest.", "Ease off, slowly.", "And slowly let go." },
      easier = { "Lighter now. Lift a little less.", "Lighter again. Let the fingers give." },
      off = { "Let go slowly.", "Rest the hand." },
    },
  },
  ["roll"] = {
    how = "roller or stick: the full length of the muscle", dose = "2-4 s a pass, 30-60 s, 1-3 sets",
    say = {
      press = { "On a breath out, roll slowly, at a {level}." },
      press_gentle = { "On a breath out, roll slowly, very light." },
      sink = { "And out. Begin to roll.", "And out. Roll slowly.", "And out. Along again.", "And roll." },
      hold = { "About four seconds each way.", "Pause where it is tender.", "A long, easy breath out.", "Let the face go smooth." },
      again = { "The full length, once more.", "Once again.", "Along it again." },
      release = { "Let it roll to a stop.", "Ease off, slowly.", "And slowly come away." },
      easier = { "Lighter now. Take some weight off.", "Lighter again. A little less." },
      off = { "Come away slowly.", "Put the stick or roller down." },
    },
  },
  ["pin-move"] = {
    how = "hold at 4, and move the joint slowly 5 times", dose = "5 x 4 s",
    say = {
      press = { "On a breath out, sink in to a {level}." },
      press_gentle = { "On a breath out, rest there lightly." },
      sink = { "And out. Sink in, then move.", "And out. Hold, and move slowly.", "And out. Hold, and move.", "And move." },
      hold = { "Keep the pressure mild.", "Slowly, there and back.", "A long, easy breath out.", "Let the face go smooth." },
      easier = { "Lighter now. Move a little less.", "Lighter again. A little less." },
    },
  },
  ["melt"] = {
    how = "wait and follow: when the ache halves, stop, or sink once more to the same rating", dose = "until eased, 90 s at most",
    say = {
      press = { "On a breath out, sink in to a {level}." },
      press_gentle = { "On a breath out, rest there lightly." },
      sink = { "And out. Sink in slowly.", "And out. Rest in.", "And out. Sink in.", "And sink." },
      hold = { "Wait, and let it soften.", "Half as strong? That is enough.", "A long, easy breath out.", "Let the face go smooth." },
      easier = { "Lighter now. Let some weight go.", "Lighter again. A little less." },
    },
  },
  ["lean"] = {
    how = "ball on wall or floor: body weight, set by the legs", dose = "20-30 s",
    say = {
      press = { "On a breath out, lean in to a {level}." },
      press_gentle = { "On a breath out, lean in very lightly." },
      sink = { "And out. Lean in slowly.", "And out. In you go.", "And out. Lean in.", "And lean in." },
      hold = { "Let the ball hold the weight.", "The legs set how much.", "A long, easy breath out.", "Let the face go smooth." },
      release = { "Lean away slowly.", "Take the weight off, slowly.", "And slowly come away." },
      easier = { "Lighter now. Let the weight go back.", "Lighter again. Take some weight off." },
      off = { "Lean away slowly.", "Take the ball away." },
    },
  },
  ["stretch-only"] = { how = "no pressing: the site is reached only by its stretch", dose = "3 contract-relax rounds", pressed = false, say = {} },
}
