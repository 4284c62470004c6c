-- never_press.lua - where nothing is ever pressed, by region, from head to foot. For reading (topics.lua) and for the ear (never.lua).
--
-- id, name   the region
-- places     each { as it is read, as it is said }; what is said has at most eleven words

return {
  { id = "head", name = "Head", places = {
    { "the eyeball and the eye socket", "Stay off the eyeball and out of the eye socket." },
    { "the closed eyelid", "A closed eyelid is left alone." },
    { "the soft hollow directly in front of the ear", "Stay out of the soft hollow in front of the ear." },
    { "the soft spot on the head of a small child", "A small child's head has a soft spot. Never there." },
    { "any pulse at the temple", "Where the temple has a pulse, move away." },
  } },
  { id = "face", name = "Face", places = {
    { "the inside of the mouth", "Not inside the mouth." },
    { "the gum and cheek over a bad tooth", "Not on the gum or cheek over a bad tooth." },
    { "the gland just below and in front of the ear lobe", "Just below the ear lobe lies a gland. Leave it." },
  } },
  { id = "neck", name = "Neck", places = {
    { "the front and the front side of the throat", "Never the front of the throat, nor beside it." },
    { "the windpipe", "Never the windpipe." },
    { "the gland over the windpipe (thyroid)", "Over the windpipe lies a gland. Never there." },
    { "the groove beside the throat, where there is a pulse", "Never the groove beside the throat, where the pulse is." },
    { "the hollow above the collarbone", "Keep out of the hollow above the collarbone." },
    { "the hollow below the ear, behind the jaw", "Keep out of the hollow below the ear." },
    { "the bones of the neck", "Stay off the bones of the neck." },
    { "both sides of the front of the neck at once", "Never both sides of the front neck together." },
  } },
  { id = "shoulder", name = "Shoulder", places = {
    { "the hollow of the armpit", "Keep out of the hollow of the armpit." },
    { "the groove on the inside of the upper arm", "Not the groove on the inside of the upper arm." },
    { "the collarbone", "Stay off the collarbone." },
    { "the bony point of the shoulder", "Stay off the bony point of the shoulder." },
  } },
  { id = "chest", name = "Chest", places = {
    { "the tip of the breastbone", "Never the tip of the breastbone." },
    { "breast tissue and nipples", "Breast tissue and nipples are left alone." },
    { "the ribs, with weight or a hard ball", "No weight and no hard ball on the ribs." },
    { "anywhere near a pacemaker or a port", "Stay well away from a pacemaker or a port." },
  } },
  { id = "back", name = "Back", places = {
    { "the bones of the spine", "Stay off the bones of the spine." },
    { "below the last ribs, over the kidneys, with a hard tool or an upward push",
      "Below the last ribs: no hard tool, no push upward." },
    { "the tips of the lowest ribs", "Not the tips of the lowest ribs." },
    { "the tail-bone", "Stay off the tail-bone." },
  } },
  { id = "belly", name = "Belly", places = {
    { "the whole belly, and the pulse in it", "Never anywhere on the belly." },
    { "the crease of the groin", "Never in the crease of the groin." },
    { "a hernia", "Never on a hernia." },
  } },
  { id = "arm", name = "Arm", places = {
    { "the hollow in the crease of the elbow", "Keep out of the crease of the elbow." },
    { "the funny-bone groove", "Keep out of the funny-bone groove." },
    { "the crease of the wrist, on the side of the palm", "Not the crease of the wrist, on the palm side." },
    { "the pulse at the wrist", "Not on the pulse at the wrist." },
  } },
  { id = "hip", name = "Hip", places = {
    { "the bump on the outside of the hip", "Stay off the bump on the outside of the hip." },
    { "the sit-bone, with a hard ball", "No hard ball on the sit-bone." },
    { "the hollow at the front of the hip", "Keep out of the hollow at the front of the hip." },
    { "the line of the big nerve, when it tingles", "If the buttock or leg tingles, come off at once." },
  } },
  { id = "thigh", name = "Thigh", places = {
    { "the triangle below the groin, with its pulse", "Never the front of the thigh just below the groin." },
    { "the channel on the inside of the thigh, with its pulse", "Not the inner thigh channel, where there is a pulse." },
    { "the lowest hand-width above the hollow of the knee", "Stay a hand-width above the hollow of the knee." },
  } },
  { id = "knee", name = "Knee", places = {
    { "the hollow behind the knee", "Never the hollow behind the knee." },
    { "the kneecap", "Stay off the kneecap." },
    { "the line of the joint", "Stay off the line of the joint." },
  } },
  { id = "leg", name = "Leg", places = {
    { "the shin bone", "Stay off the shin bone." },
    { "the outer knob below the knee, and just under it", "Not the outer knob below the knee, nor just under it." },
    { "the Achilles tendon", "Stay off the tendon above the heel." },
    { "any calf that is swollen", "A swollen calf is never pressed. See a doctor today." },
  } },
  { id = "foot", name = "Foot", places = {
    { "the hollow behind the inner ankle", "Keep out of the hollow behind the inner ankle." },
    { "any part that is numb", "Any part of the foot that is numb is left alone." },
    { "a wound or an open sore", "A wound or an open sore is left alone." },
    { "the bone of the heel, with a hard edge", "No hard edge on the bone of the heel." },
  } },
  { id = "anywhere", name = "Anywhere", places = {
    { "a pulse", "Where you feel a pulse, move two fingers away." },
    { "a point that feels electric or numb", "Where it feels electric or numb, come off." },
    { "a varicose vein", "Go round a vein that stands out." },
    { "a wound, a bruise", "Go round a wound or a bruise." },
    { "a lump, a swollen node", "Leave a lump alone, and show it to a doctor." },
    { "a mole", "Go round a mole." },
    { "an implant", "Stay a hand-width away from an implant." },
    { "the edge of a bone", "Stay off the edge of a bone." },
  } },
}
