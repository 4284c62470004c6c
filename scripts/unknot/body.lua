-- body.lua - the sites of the body, by id, and which file has each. The facts of a site come first, what is spoken of it
-- in `say`. A new site is an entry in one of these files and its id in the list below.
--
-- name, latin, region
-- side       { "left", "right" }, or "mid": one placement for both sides
-- find       where it is, bones first; spoken when `say.find` is missing
-- posture    how to sit, stand or lie; spoken when `say.place` is missing
-- tools      what it may be pressed with (tools.lua), the best first
-- technique  how (techniques.lua)
-- refers     where it may also be felt: the classic map, only a guide
-- ceiling    the highest rating anything may ask for here; a ceiling of 4 or less is worked one below it
-- hold_s, reps      standard mode, one side
-- breath     the pattern during a hold (breaths.lua)
-- stretch, stretch_s   what follows the site, and for how long (stretches.lua)
-- cautions   what to stay off, and who must not press here; say.caution has the same for the ear
-- advanced   off unless the listener has asked for such sites; never in gentle mode
--
-- say.place    get the muscle slack          say.press    how the pressure goes in, on an out-breath
-- say.find     the landmark, by touch        say.hold     soft reminders during a hold
-- say.search   across the fibres             say.again    into the next hold
-- say.brief    all three, the second time    say.release  the pressure goes
-- say.caution  before the first press        say.off      leaving at once
-- say.done     after the last hold           say.easier   less pressure, in the middle of a hold
-- say.refind   back to the spot after a long pause
-- In spoken lines {side} and {other} stand for left and right. A line has at most eleven words. An entry
-- { "text", more = true } is left out when time is short; (true: as written; a number from 1 to 4: from that length on);
-- `pause` is the quiet after it. {level} is the aim, in words.

return need("parts") {
  body_head = { "frontalis", "corrugator", "temporalis", "masseter", "occipitalis" },
  body_neck = {
    "suboccipitals", "splenius-capitis", "neck-posterior", "levator-scapulae", "upper-trapezius", "sternocleidomastoid",
    "scalenes",
  },
  body_back = {
    "middle-trapezius", "lower-trapezius", "rhomboids", "thoracic-paraspinals", "serratus-posterior-superior",
    "latissimus-dorsi", "serratus-anterior",
  },
  body_shoulder = {
    "supraspinatus", "infraspinatus", "teres-minor", "teres-major", "subscapularis", "deltoid-front", "deltoid-back",
  },
  body_chest = { "pectoralis-major", "pectoralis-minor", "subclavius" },
  body_arm = { "biceps", "brachialis", "triceps" },
  body_forearm = {
    "brachioradialis", "wrist-extensors", "finger-extensors", "supinator", "wrist-flexors", "finger-flexors", "pronator-teres",
  },
  body_hand = { "thumb-pad", "hand-interossei" },
  body_low_back = { "lumbar-paraspinals", "lumbar-multifidus", "quadratus-lumborum", "serratus-posterior-inferior" },
  body_hip = { "gluteus-maximus", "gluteus-medius", "gluteus-minimus", "piriformis", "tensor-fasciae-latae", "iliopsoas" },
  body_thigh = {
    "rectus-femoris", "vastus-lateralis", "vastus-medialis", "hamstrings-outer", "hamstrings-inner", "adductor-longus",
    "adductor-magnus",
  },
  body_leg = {
    "gastrocnemius-inner", "gastrocnemius-outer", "soleus", "tibialis-anterior", "toe-extensors", "peroneals",
    "inner-shin-flexors",
  },
  body_foot = {
    "plantar-arch", "heel-front", "abductor-hallucis", "ball-of-foot", "foot-interossei", "extensor-digitorum-brevis",
  },
}
