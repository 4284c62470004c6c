-- complaints.lua - what people come with, by id, and where to begin. This is general guidance, not a diagnosis: whoever shows
-- it says so.
--
-- region    where it is felt
-- says      the words people use for it
-- also      more words it is known by; they are understood, never shown
-- order     the points to work (body.lua), the most useful and safest first, until the time is up; if the first two are not
--           tender, the next
-- later     points that are off by default: never in a shipped routine
-- routine   the session that suits
-- refuse    when there is no pressing at all: said before anything else
-- refer_if  read this first: with any of it, somebody who can look at it comes before any pressing

local head = {
  "it came suddenly, or is the worst you ever had", "it is new, and you are over fifty", "there is a fever",
  "there is numbness, weakness, or trouble with seeing, speaking or walking", "it began after a blow or a fall",
  "it is not like the ones you know", "you take tablets for it most days",
}
local head_refuse = "If it is of a new kind, new after the age of fifty, or began with an injury, there is no pressing: a doctor comes first."

local back = {
  "you are numb around the seat, between the legs or in both legs", "bladder or bowel have changed", "both legs hurt or are weak",
  "there is a fever", "you have or had cancer", "you take cortisone and it came suddenly", "it began with a fall",
  "it wakes you at night", "it is the first time, and you are under twenty or over fifty-five",
}
local back_refuse = "The first time, under twenty or over fifty-five; after a fall; with cancer or cortisone: no pressing, a doctor comes first."

local function with(list, text)
  local all = { table.unpack(list) }
  all[#all + 1] = text
  return all
end

local blade = { "it came suddenly, as if something tore", "you are short of breath", "there is a fever", "it began with a fall" }
local shoulder = { "it hurts at night and does not settle", "the arm is suddenly weak" }
local knee = { "it is swollen or hot", "it locks", "it gives way", "it was injured" }

return {
  ["head-band"] = {
    name = "Band round the head", region = "head",
    says = "tight band round the head, temples, after a long day",
    also = "headache tension forehead stress pressure",
    order = { "upper-trapezius", "suboccipitals", "temporalis", "splenius-capitis", "neck-posterior", "frontalis" },
    later = { "sternocleidomastoid" },
    routine = "head-band",
    refuse = head_refuse, refer_if = head,
  },
  ["forehead-eye"] = {
    name = "Forehead and eye", region = "head",
    says = "ache over the eye or forehead",
    also = "headache brow screen eyes frown",
    order = { "suboccipitals", "frontalis", "corrugator", "temporalis", "upper-trapezius" },
    later = { "sternocleidomastoid" },
    routine = "head-band",
    refuse = head_refuse,
    refer_if = { "the eye is red", "you see differently than before", "there are haloes round lights", "the face is swollen" },
  },
  ["top-of-head"] = {
    name = "Top of the head", region = "head",
    says = "pressure on top of the head",
    also = "headache crown",
    order = { "splenius-capitis", "suboccipitals", "neck-posterior", "occipitalis" },
    later = { "sternocleidomastoid" },
    routine = "head-band",
    refuse = head_refuse, refer_if = head,
  },
  ["jaw"] = {
    name = "Jaw", region = "jaw",
    says = "jaw tired, clenching, sore cheek",
    also = "teeth grinding chewing mouth bruxism",
    order = { "masseter", "temporalis", "suboccipitals", "upper-trapezius" },
    later = { "sternocleidomastoid" },
    routine = "jaw",
    refer_if = {
      "the jaw locks", "it is swollen", "there is a fever", "a tooth hurts", "it comes with effort, as on stairs",
      "you are over fifty and the scalp is tender",
    },
  },
  ["ear-cheek"] = {
    name = "Ear and cheek", region = "jaw",
    says = "ache in ear or cheek with a healthy ear",
    also = "earache face",
    order = { "masseter", "temporalis", "suboccipitals" },
    later = { "sternocleidomastoid" },
    routine = "jaw",
    refer_if = { "you hear less", "something runs out of the ear", "there is a fever", "there is a rash" },
  },
  ["stiff-neck"] = {
    name = "Stiff neck", region = "neck",
    says = "cannot turn the head well",
    also = "crick slept wrong turning pain",
    order = { "levator-scapulae", "upper-trapezius", "neck-posterior", "splenius-capitis", "suboccipitals" },
    later = { "scalenes" },
    routine = "neck",
    refer_if = {
      "it began with an injury", "there is a fever", "an arm is weak or numb", "both arms or both legs feel it",
      "you are dizzy, see double, or have trouble with speaking, swallowing or walking",
    },
  },
  ["neck-shoulder-top"] = {
    name = "Top of the shoulder", region = "neck",
    says = "tight spot on top of the shoulder, carrying bags",
    also = "knot knots trapezius trap shoulders tense",
    order = { "upper-trapezius", "levator-scapulae", "supraspinatus", "middle-trapezius" },
    later = { "scalenes" },
    routine = "neck",
    refer_if = { "the tip of the shoulder hurts and you are short of breath or have belly pain" },
  },
  ["blade-inner"] = {
    name = "Between blade and spine", region = "upper-back",
    says = "ache between shoulder blade and spine",
    also = "scapula blades knot rhomboid",
    order = {
      "rhomboids", "middle-trapezius", "levator-scapulae", "thoracic-paraspinals", "serratus-posterior-superior", "pectoralis-major",
    },
    later = { "scalenes" },
    routine = "blade",
    refer_if = blade,
  },
  ["blade-under"] = {
    name = "Under the shoulder blade", region = "upper-back",
    says = "deep ache under the shoulder blade",
    also = "scapula blades",
    order = { "serratus-posterior-superior", "infraspinatus", "latissimus-dorsi", "thoracic-paraspinals" },
    later = { "subscapularis" },
    routine = "blade",
    refer_if = with(blade, "it is on the right and follows fatty meals"),
  },
  ["upper-back-sitting"] = {
    name = "Upper back, from sitting", region = "upper-back",
    says = "upper back tired from sitting",
    also = "desk work computer slouch hunched mid middle thoracic office",
    order = { "thoracic-paraspinals", "middle-trapezius", "lower-trapezius", "rhomboids", "pectoralis-major" },
    routine = "upper-back",
    refer_if = { "it wakes you at night", "you lose weight and do not know why", "you have brittle bones" },
  },
  ["shoulder-front"] = {
    name = "Front of the shoulder", region = "shoulder",
    says = "deep ache in the front of the shoulder",
    also = "pain reaching",
    order = { "infraspinatus", "deltoid-front", "pectoralis-minor", "biceps", "supraspinatus" },
    later = { "subscapularis" },
    routine = "shoulder",
    refer_if = {
      "it was injured", "you cannot lift the arm", "the joint is hot",
      "it is the left arm, and the chest is tight: that is an emergency (unknot help emergency)",
    },
  },
  ["shoulder-outside"] = {
    name = "Outside of the shoulder", region = "shoulder",
    says = "ache on the outside of shoulder and upper arm",
    also = "side pain rotator deltoid",
    order = { "supraspinatus", "infraspinatus", "teres-minor", "deltoid-back" },
    routine = "shoulder",
    refer_if = shoulder,
  },
  ["shoulder-back"] = {
    name = "Back of the shoulder", region = "shoulder",
    says = "ache at the back of the shoulder",
    also = "behind rear pain",
    order = { "teres-minor", "teres-major", "deltoid-back", "latissimus-dorsi", "triceps" },
    later = { "subscapularis" },
    routine = "shoulder",
    refer_if = shoulder,
  },
  ["hand-behind-back-stiff"] = {
    name = "Reaching behind the back", region = "shoulder",
    says = "cannot reach behind the back",
    also = "frozen bra coat zip shoulder",
    order = { "infraspinatus", "teres-minor", "pectoralis-major", "deltoid-front" },
    later = { "subscapularis" },
    routine = "shoulder",
    refer_if = { "the shoulder has been stiff in all directions for weeks: a physiotherapist helps with that" },
  },
  ["chest-tight"] = {
    name = "Tight chest", region = "chest",
    says = "chest muscles tight, rounded shoulders",
    also = "pecs pec pectoral tightness",
    order = { "pectoralis-major", "pectoralis-minor", "subclavius", "serratus-anterior" },
    later = { "scalenes" },
    routine = "chest-opener",
    refuse = "Unless a doctor has already found that it is muscle, there is no pressing: a doctor comes first. Chest pain or pressure "
      .. "with sweating, sickness, breathlessness or effort is an emergency: call your local emergency number now.",
    refer_if = { "ANY pain in the chest has not yet been explained by a doctor", "you are short of breath", "you sweat", "it comes with effort" },
  },
  ["side-ribs"] = {
    name = "Side of the ribs", region = "chest",
    says = "tight side of the ribs, stitch",
    also = "rib flank breathing",
    order = { "serratus-anterior", "latissimus-dorsi", "serratus-posterior-inferior" },
    routine = "chest-opener",
    refer_if = { "it hurts to breathe", "you cough", "there is a fever", "it began with a blow", "a calf is swollen" },
  },
  ["upper-arm"] = {
    name = "Upper arm", region = "arm",
    says = "ache in the upper arm, front or back",
    also = "biceps triceps arms",
    order = { "infraspinatus", "biceps", "brachialis", "triceps", "deltoid-front", "deltoid-back" },
    later = { "scalenes" },
    routine = "shoulder",
    refer_if = {
      "it is the left arm, and the chest is tight or hurts: that is an emergency (unknot help emergency)",
      "there was a sudden pop, or there is a bulge", "the hand is numb", "the arm is swollen",
    },
  },
  ["elbow-outer"] = {
    name = "Outer elbow", region = "arm",
    says = "outer elbow ache on gripping (tennis elbow type)",
    also = "grip lateral",
    order = { "wrist-extensors", "brachioradialis", "finger-extensors", "triceps", "supinator", "supraspinatus" },
    routine = "elbow",
    refer_if = { "the elbow locks or is swollen", "the hand is numb", "neck and arm hurt together" },
  },
  ["elbow-inner"] = {
    name = "Inner elbow", region = "arm",
    says = "inner elbow ache (golfer type)",
    also = "golf golfers medial",
    order = { "wrist-flexors", "pronator-teres", "finger-flexors", "triceps" },
    routine = "typist",
    refer_if = { "the ring finger and the little finger are numb" },
  },
  ["wrist-typing"] = {
    name = "Forearm and wrist, from typing", region = "forearm",
    says = "forearm and wrist tired from typing",
    also = "keyboard mouse work computer wrists forearms desk carpal",
    order = { "wrist-extensors", "finger-extensors", "wrist-flexors", "finger-flexors", "thumb-pad", "hand-interossei" },
    routine = "typist",
    refer_if = { "fingers are numb or tingle", "it wakes you at night", "the grip is weak" },
  },
  ["thumb-phone"] = {
    name = "Thumb, from the phone", region = "hand",
    says = "thumb sore from the phone",
    also = "texting thumbs telephone",
    order = { "thumb-pad", "brachioradialis", "wrist-extensors", "brachialis", "pronator-teres" },
    routine = "thumb",
    refer_if = { "the thumb catches and snaps", "the wrist is swollen on the side of the thumb", "it is numb" },
  },
  ["hand-stiff"] = {
    name = "Stiff hand", region = "hand",
    says = "stiff hand and fingers",
    also = "hands finger palm writing instrument",
    order = { "hand-interossei", "thumb-pad", "finger-flexors", "finger-extensors" },
    routine = "thumb",
    refer_if = { "in the morning it is stiff for over an hour", "joints are swollen" },
  },
  ["low-back-dull"] = {
    name = "Low back", region = "low-back",
    says = "dull low back after sitting or lifting",
    also = "lower backache lumbar lumbago stiff",
    order = { "lumbar-paraspinals", "quadratus-lumborum", "gluteus-medius", "lumbar-multifidus", "gluteus-maximus", "iliopsoas" },
    routine = "low-back",
    refuse = back_refuse, refer_if = back,
  },
  ["low-back-side"] = {
    name = "Side of the low back", region = "low-back",
    says = "one side above the hip",
    also = "lower back flank waist",
    order = { "quadratus-lumborum", "gluteus-medius", "lumbar-paraspinals", "latissimus-dorsi" },
    routine = "low-back",
    refuse = back_refuse, refer_if = with(back, "the flank hurts, with a fever or trouble with passing water"),
  },
  ["sacrum"] = {
    name = "Across the belt line", region = "low-back",
    says = "ache across the tail-bone plate and belt line",
    also = "tailbone sacroiliac low lower back pelvis",
    order = { "gluteus-medius", "lumbar-multifidus", "gluteus-maximus", "piriformis", "quadratus-lumborum" },
    routine = "hip",
    refuse = back_refuse, refer_if = with(back, "you fell on the tail-bone"),
  },
  ["buttock-leg"] = {
    name = "Buttock and leg", region = "hip",
    says = "buttock ache running down the leg without numbness",
    also = "sciatica sciatic glute bottom seat buttocks piriformis",
    order = { "gluteus-minimus", "piriformis", "gluteus-medius", "hamstrings-outer", "gastrocnemius-outer" },
    routine = "hip",
    refer_if = {
      "leg or foot are numb or weak", "a cough makes it shoot", "both legs feel it", "bladder or bowel have changed",
    },
  },
  ["hip-side"] = {
    name = "Outer hip", region = "hip",
    says = "outer hip ache, lying on the side hurts",
    also = "hips outside",
    order = { "gluteus-medius", "gluteus-minimus", "tensor-fasciae-latae", "vastus-lateralis", "quadratus-lumborum" },
    routine = "hip",
    refer_if = {
      "you limp", "the groin hurts", "it began with a fall", "it wakes you at night",
      "it is the bony bump itself that hurts when you lie on it: the bump is never pressed",
    },
  },
  ["hip-front"] = {
    name = "Front of the hip", region = "hip",
    says = "front of hip stiff after sitting",
    also = "hips flexor flexors psoas",
    order = { "iliopsoas", "rectus-femoris", "tensor-fasciae-latae" },
    routine = "hip",
    refer_if = { "there is a lump in the groin", "it hurts deep in the groin when you stand on the leg" },
  },
  ["groin-inner-thigh"] = {
    name = "Inner thigh", region = "thigh",
    says = "inner thigh tight",
    also = "groin adductor adductors thighs",
    order = { "adductor-longus", "adductor-magnus", "iliopsoas" },
    routine = "runner",
    refer_if = {
      "there is a lump", "testicles or pelvis hurt", "one leg is swollen, warm or red, or has a hard sore vein",
    },
  },
  ["thigh-back"] = {
    name = "Back of the thigh", region = "thigh",
    says = "back of the thigh tight, sitting ache",
    also = "hamstring hamstrings thighs",
    order = { "hamstrings-outer", "hamstrings-inner", "gluteus-maximus", "adductor-magnus" },
    routine = "runner",
    refer_if = { "there was a sudden pop, or there is a bruise", "the leg is numb" },
  },
  ["knee-front"] = {
    name = "Front of the knee", region = "knee",
    says = "ache round the kneecap on stairs",
    also = "knees kneecaps quad quads",
    order = { "rectus-femoris", "vastus-medialis", "vastus-lateralis", "tensor-fasciae-latae", "gluteus-medius" },
    routine = "knee",
    refer_if = knee,
  },
  ["knee-outer"] = {
    name = "Outer knee", region = "knee",
    says = "outer knee ache in runners",
    also = "knees outside iliotibial running",
    order = { "vastus-lateralis", "tensor-fasciae-latae", "gluteus-medius", "hamstrings-outer" },
    routine = "knee",
    refer_if = knee,
  },
  ["knee-back"] = {
    name = "Back of the knee", region = "knee",
    says = "tight behind the knee",
    also = "knees",
    order = { "gastrocnemius-inner", "hamstrings-inner", "hamstrings-outer", "soleus" },
    routine = "calf",
    refer_if = { "it is swollen", "there is a lump", "the leg is swollen, warm or red, or has a hard sore vein" },
  },
  ["calf"] = {
    name = "Calf", region = "leg",
    says = "calf tight or crampy",
    also = "calves cramp cramps lower",
    order = { "gastrocnemius-inner", "soleus", "gastrocnemius-outer" },
    routine = "calf",
    refer_if = {
      "one calf is swollen, warm or red", "it comes with walking and stops when you rest", "there was a sudden pop",
    },
  },
  ["shin"] = {
    name = "Shin", region = "leg",
    says = "shin muscle ache after walking or running",
    also = "shins splints lower leg",
    order = { "tibialis-anterior", "toe-extensors", "soleus", "inner-shin-flexors" },
    routine = "shin",
    refer_if = { "one point of the bone hurts", "it wakes you at night", "the foot is numb", "the shin is rock hard" },
  },
  ["ankle-outer"] = {
    name = "Outer ankle", region = "leg",
    says = "outer ankle ache without recent sprain",
    also = "ankles outside",
    order = { "peroneals", "toe-extensors", "soleus" },
    routine = "shin",
    refer_if = { "it is freshly sprained", "you cannot stand on it", "it gives way" },
  },
  ["foot-top"] = {
    name = "Top of the foot", region = "foot",
    says = "ache on top of the foot or big toe side",
    also = "feet toes instep",
    order = { "tibialis-anterior", "toe-extensors", "extensor-digitorum-brevis", "foot-interossei" },
    routine = "shin",
    refer_if = { "one point of the bone hurts", "a joint is hot and red", "it is numb", "the foot slaps when you walk" },
  },
  ["heel-morning"] = {
    name = "Heel and sole", region = "foot",
    says = "heel or sole hurts with the first steps",
    also = "feet foot plantar arch morning heels soles fascia fasciitis",
    order = { "soleus", "gastrocnemius-inner", "heel-front", "plantar-arch", "abductor-hallucis" },
    routine = "plantar",
    refer_if = {
      "it hurts at night or at rest", "it began with a fall", "the foot is numb", "you have diabetes",
      "both heels hurt, and the back is stiff in the morning",
    },
  },
  ["ball-of-foot-ache"] = {
    name = "Ball of the foot", region = "foot",
    says = "ball of the foot ache",
    also = "forefoot feet heels shoes",
    order = { "ball-of-foot", "plantar-arch", "foot-interossei", "soleus" },
    routine = "plantar",
    refer_if = { "one point of the bone hurts", "toes are numb", "a joint is hot and red" },
  },
  ["standing-legs"] = {
    name = "Legs and feet, from standing", region = "leg",
    says = "legs and feet tired from standing",
    also = "heavy restless leg foot all day",
    order = { "soleus", "gastrocnemius-inner", "plantar-arch", "tibialis-anterior", "gluteus-medius" },
    routine = "standing",
    refer_if = { "one leg is swollen", "there are open sores", "they are numb" },
  },
  ["tense-all-over"] = {
    name = "Tense all over", region = "body",
    says = "tense, restless, cannot settle",
    also = "stress stressed anxious anxiety worry worried panic sleep insomnia relax calm nervous tension everywhere whole body",
    order = { "upper-trapezius", "masseter", "suboccipitals", "pectoralis-major" },
    routine = "bedtime",
    refer_if = {
      "your mood has been low for two weeks", "you panic",
      "you think of harming yourself: please talk to somebody today, or call your local emergency number",
    },
  },
  ["after-training"] = {
    name = "After training", region = "body",
    says = "sore a day or two after training",
    also = "exercise workout gym sport running run soreness doms muscles legs",
    order = { "vastus-lateralis", "gastrocnemius-inner", "gluteus-maximus", "hamstrings-outer" },
    routine = "runner",
    refer_if = { "your water is dark", "a muscle is very swollen and weak", "one spot hurts sharply" },
  },
  ["driving"] = {
    name = "After driving", region = "body",
    says = "stiff after driving",
    also = "car travel flight plane train bus journey sitting",
    order = { "levator-scapulae", "thoracic-paraspinals", "gluteus-medius", "iliopsoas", "tibialis-anterior" },
    routine = "travel",
    refer_if = { "a calf is swollen after the journey" },
  },
  ["child-carrying"] = {
    name = "Carrying a child", region = "body",
    says = "carrying a child: back, shoulder, forearm",
    also = "baby carer nursing feeding lifting toddler kid",
    order = { "upper-trapezius", "rhomboids", "wrist-extensors", "thumb-pad", "quadratus-lumborum" },
    routine = "carer",
    refer_if = { "you gave birth within the last six weeks: ask your midwife first, stay gentle and leave the legs out" },
  },
}
