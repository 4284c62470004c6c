-- warnings.lua - words that somebody may use for what is not one for massage, and what is answered: by meant.lua.
--
-- words   any of these; of "a+b", all of them
-- say     what is answered, before anything else
-- topic   which page of help has more (topics.lua)
-- stops   true: there is no pressing, and no more is said

local emergency = "This is not one for massage. It can be serious: please call your local emergency number now."

return {
  {
    words = {
      "chest+pain", "chest+pressure", "chest+hurts", "heart", "breathless", "breathlessness", "breath+short", "stroke", "speech", "slurred",
      "droop", "drooping", "thunderclap", "worst+headache", "worst+head", "sudden+headache", "bladder", "bowel", "incontinence", "saddle", "seizure", "collapse",
      "collapsed", "suicide", "suicidal", "blood+cough", "coughing+blood", "paralysed", "double+vision",
      "neck+dizzy", "neck+dizziness", "headache+fever", "headache+vision", "headache+weak", "headache+confused", "neck+fever",
    },
    say = emergency, topic = "emergency", stops = true,
  },
  {
    words = { "clot", "thrombosis", "dvt", "leg+red", "calf+red", "leg+warm", "calf+warm", "leg+swollen", "calf+swollen", "arm+swollen", "swollen+red" },
    say = "A limb that is swollen, warm or red may have a clot: no pressing, and see a doctor the same day.",
    topic = "when-not", stops = true,
  },
  {
    words = { "numb", "numbness", "tingling", "tingle", "tingles", "pins+needles", "weak", "weakness", "dropping+things", "cannot+feel", "cant+feel" },
    say = "Numbness, tingling or weakness is not one for pressing: have a doctor look at it within days. "
      .. "Slow breathing is still fine, if you like: unknot play calm",
    topic = "see-somebody", stops = true,
  },
  {
    words = {
      "fracture", "fractured", "broken", "broke", "sprain", "sprained", "torn", "tear", "dislocated", "whiplash", "crash", "accident", "surgery", "operation",
      "injury", "injured", "bruise", "bruised",
    },
    say = "What is freshly injured, bruised or operated on is not pressed: have it looked at, and let it rest first.",
    topic = "when-not", stops = true,
  },
  {
    words = { "fever", "flu", "infection", "infected", "ill", "sick", "covid" },
    say = "With a fever or an infection there is no pressing today. Rest; slow breathing is fine, if you like: unknot play calm",
    topic = "when-not", stops = true,
  },
  {
    words = { "dizzy", "dizziness", "faint", "fainting" },
    say = "Dizzy or faint: sit or lie down, and breathe as it comes. There is no pressing today; if it stays or is new, see a doctor.",
    topic = "stop-signs", stops = true,
  },
  {
    words = { "swollen", "swelling", "lump", "hot", "rash", "wound", "cancer", "tumour", "tumor" },
    say = "A swelling, a lump, heat or a wound is not one for pressing: a doctor looks at it first.",
    topic = "when-not", stops = true,
  },
  {
    words = { "belly", "stomach", "abdomen", "abdominal", "period", "menstrual", "kidney", "kidneys", "throat", "breast", "breasts" },
    say = "Belly, throat and breasts are never pressed. What hurts there is for a doctor. Slow breathing is fine, if you like: unknot play calm",
    topic = "never-press", stops = true,
  },
  {
    words = { "tooth", "toothache", "gum", "gums" },
    say = "A tooth is for the dentist: nothing is pressed near it.", topic = "see-somebody", stops = true,
  },
  {
    words = { "migraine", "migraines" },
    say = "There is no pressing during a migraine. A dark room and slow breathing are fine: unknot play calm",
    topic = "when-not", stops = true,
  },
  {
    words = { "chest", "breastbone" },
    say = "Any pain or pressure in the chest that no doctor has explained comes before everything here: have it looked at now.",
    topic = "emergency",
  },
  {
    words = { "pregnant", "pregnancy" },
    say = "While pregnant: with your midwife's agreement, gently, and only some places: unknot help pregnancy",
    topic = "pregnancy",
  },
  {
    words = { "thinner", "thinners", "warfarin", "anticoagulant", "anticoagulants", "apixaban", "heparin" },
    say = "On blood thinners there is no pressing: breathing and stretching are fine.", topic = "blood-thinners", stops = true,
  },
  {
    words = {
      "carpal", "arthritis", "fibromyalgia", "tendinitis", "tendonitis", "bursitis", "sciatica", "disc", "hernia", "fasciitis", "gout", "lumbago", "frozen",
    },
    say = "That is a doctor's word. Nothing here is for an illness, only for the comfort of the muscles around it.",
    topic = "what-is-it",
  },
}
