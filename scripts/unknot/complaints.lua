-- complaints.lua - what people come with, by id, and where to begin. This is general guidance, not a diagnosis: whoever shows
-- it says so.
--
-- says      the words people use for it
-- order     the points to work (body.lua), the most useful and safest first, until the time is up; if the first two are not
--           tender, the next
-- later     points that are off by default: never in a shipped routine
-- refer_if  read this first: with any of it, somebody who can look at it comes before any pressing

return {
  ["head-band"] = {
    name = "Band round the head",
    says = "tight band round the head, temples, after a long day",
    order = { "upper-trapezius", "suboccipitals", "temporalis", "splenius-capitis", "neck-posterior", "frontalis" },
    later = { "sternocleidomastoid" },
    refer_if = "sudden or worst ever, new after 50, fever, nerve signs, after a blow, changed pattern, daily tablets",
  },
  ["forehead-eye"] = {
    name = "Forehead and eye",
    says = "ache over the eye or forehead",
    order = { "suboccipitals", "frontalis", "corrugator", "temporalis", "upper-trapezius" },
    later = { "sternocleidomastoid" },
    refer_if = "red eye, vision change, halo round lights, facial swelling",
  },
  ["top-of-head"] = {
    name = "Top of the head",
    says = "pressure on top of the head",
    order = { "splenius-capitis", "suboccipitals", "neck-posterior", "occipitalis" },
    later = { "sternocleidomastoid" },
    refer_if = "sudden or worst ever, new after 50, fever, nerve signs, after a blow, changed pattern, daily tablets",
  },
  ["jaw"] = {
    name = "Jaw",
    says = "jaw tired, clenching, sore cheek",
    order = { "masseter", "temporalis", "suboccipitals", "upper-trapezius" },
    later = { "sternocleidomastoid" },
    refer_if = "locked jaw, swelling, fever, tooth pain, pain on effort, over 50 with scalp tenderness",
  },
  ["ear-cheek"] = {
    name = "Ear and cheek",
    says = "ache in ear or cheek with a healthy ear",
    order = { "masseter", "temporalis", "suboccipitals" },
    later = { "sternocleidomastoid" },
    refer_if = "hearing loss, discharge, fever, rash",
  },
  ["stiff-neck"] = {
    name = "Stiff neck",
    says = "cannot turn the head well",
    order = { "levator-scapulae", "upper-trapezius", "neck-posterior", "splenius-capitis", "suboccipitals" },
    later = { "scalenes" },
    refer_if = "after injury, fever, arm weakness or numbness, both arms or legs affected",
  },
  ["neck-shoulder-top"] = {
    name = "Top of the shoulder",
    says = "knot on top of the shoulder, carrying bags",
    order = { "upper-trapezius", "levator-scapulae", "supraspinatus", "middle-trapezius" },
    later = { "scalenes" },
    refer_if = "shoulder-tip pain with breathlessness or belly pain",
  },
  ["blade-inner"] = {
    name = "Between blade and spine",
    says = "ache between shoulder blade and spine",
    order = { "rhomboids", "middle-trapezius", "levator-scapulae", "thoracic-paraspinals",
             "serratus-posterior-superior", "pectoralis-major" },
    later = { "scalenes" },
    refer_if = "sudden tearing pain, breathlessness, fever, after a fall",
  },
  ["blade-under"] = {
    name = "Under the shoulder blade",
    says = "deep ache under the shoulder blade",
    order = { "serratus-posterior-superior", "infraspinatus", "latissimus-dorsi", "thoracic-paraspinals" },
    later = { "subscapularis" },
    refer_if = "sudden tearing pain, breathlessness, fever, after a fall; right-sided after fatty meals: doctor",
  },
  ["upper-back-sitting"] = {
    name = "Upper back, from sitting",
    says = "upper back tired from sitting",
    order = { "thoracic-paraspinals", "middle-trapezius", "lower-trapezius", "rhomboids", "pectoralis-major" },
    refer_if = "night pain, weight loss, osteoporosis",
  },
  ["shoulder-front"] = {
    name = "Front of the shoulder",
    says = "deep ache in the front of the shoulder",
    order = { "infraspinatus", "deltoid-front", "pectoralis-minor", "biceps", "supraspinatus" },
    later = { "subscapularis" },
    refer_if = "after injury, cannot lift the arm, hot joint, left arm with chest tightness",
  },
  ["shoulder-outside"] = {
    name = "Outside of the shoulder",
    says = "ache on the outside of shoulder and upper arm",
    order = { "supraspinatus", "infraspinatus", "teres-minor", "deltoid-back" },
    refer_if = "night pain that does not settle, sudden weakness",
  },
  ["shoulder-back"] = {
    name = "Back of the shoulder",
    says = "ache at the back of the shoulder",
    order = { "teres-minor", "teres-major", "deltoid-back", "latissimus-dorsi", "triceps" },
    later = { "subscapularis" },
    refer_if = "night pain that does not settle, sudden weakness",
  },
  ["hand-behind-back-stiff"] = {
    name = "Reaching behind the back",
    says = "cannot reach behind the back",
    order = { "infraspinatus", "teres-minor", "pectoralis-major", "deltoid-front" },
    later = { "subscapularis" },
    refer_if = "stiffness in all directions for weeks (frozen shoulder): physiotherapist",
  },
  ["chest-tight"] = {
    name = "Tight chest",
    says = "chest muscles tight, rounded shoulders",
    order = { "pectoralis-major", "pectoralis-minor", "subclavius", "serratus-anterior" },
    later = { "scalenes" },
    refer_if = "ANY chest pain not already explained by a doctor, breathlessness, sweating, effort: emergency list",
  },
  ["side-ribs"] = {
    name = "Side of the ribs",
    says = "tight side of the ribs, stitch",
    order = { "serratus-anterior", "latissimus-dorsi", "serratus-posterior-inferior" },
    refer_if = "pain on breathing, cough, fever, after a blow, calf swelling",
  },
  ["upper-arm"] = {
    name = "Upper arm",
    says = "ache in the upper arm, front or back",
    order = { "infraspinatus", "biceps", "brachialis", "triceps", "deltoid-front", "deltoid-back" },
    later = { "scalenes" },
    refer_if = "left arm with chest signs: emergency list; sudden pop or bulge; numb hand; swollen arm",
  },
  ["elbow-outer"] = {
    name = "Outer elbow",
    says = "outer elbow ache on gripping (tennis elbow type)",
    order = { "wrist-extensors", "brachioradialis", "finger-extensors", "triceps", "supinator", "supraspinatus" },
    refer_if = "locked or swollen elbow, numb hand, neck pain with arm pain",
  },
  ["elbow-inner"] = {
    name = "Inner elbow",
    says = "inner elbow ache (golfer type)",
    order = { "wrist-flexors", "pronator-teres", "finger-flexors", "triceps" },
    refer_if = "ring and little finger numb",
  },
  ["wrist-typing"] = {
    name = "Forearm and wrist, from typing",
    says = "forearm and wrist tired from typing",
    order = { "wrist-extensors", "finger-extensors", "wrist-flexors", "finger-flexors", "thumb-pad", "hand-interossei" },
    refer_if = "numb or tingling fingers, night waking, weak grip",
  },
  ["thumb-phone"] = {
    name = "Thumb, from the phone",
    says = "thumb sore from the phone",
    order = { "thumb-pad", "brachioradialis", "wrist-extensors", "brachialis", "pronator-teres" },
    refer_if = "triggering, swelling at the thumb-side wrist, numbness",
  },
  ["hand-stiff"] = {
    name = "Stiff hand",
    says = "stiff hand and fingers",
    order = { "hand-interossei", "thumb-pad", "finger-flexors", "finger-extensors" },
    refer_if = "morning stiffness over an hour, swollen joints",
  },
  ["low-back-dull"] = {
    name = "Low back",
    says = "dull low back after sitting or lifting",
    order = { "lumbar-paraspinals", "quadratus-lumborum", "gluteus-medius", "lumbar-multifidus", "gluteus-maximus", "iliopsoas" },
    refer_if = "saddle numbness, bladder or bowel change, both legs, fever, cancer, steroid use with sudden pain, fall, "
      .. "night pain, first time under 20 or over 55",
  },
  ["low-back-side"] = {
    name = "Side of the low back",
    says = "one side above the hip",
    order = { "quadratus-lumborum", "gluteus-medius", "lumbar-paraspinals", "latissimus-dorsi" },
    refer_if = "flank pain with fever or urine trouble, saddle numbness, bladder or bowel change, both legs, fever, cancer, "
      .. "steroid use with sudden pain, fall, night pain, first time under 20 or over 55",
  },
  ["sacrum"] = {
    name = "Across the belt line",
    says = "ache across the tail-bone plate and belt line",
    order = { "gluteus-medius", "lumbar-multifidus", "gluteus-maximus", "piriformis", "quadratus-lumborum" },
    refer_if = "saddle numbness, bladder or bowel change, both legs, fever, cancer, steroid use with sudden pain, fall, "
      .. "night pain, first time under 20 or over 55; after a fall on the tail",
  },
  ["buttock-leg"] = {
    name = "Buttock and leg",
    says = "buttock ache running down the leg without numbness (sciatica-like)",
    order = { "gluteus-minimus", "piriformis", "gluteus-medius", "hamstrings-outer", "gastrocnemius-outer" },
    refer_if = "numbness, weakness, cough makes it shoot, both legs, bladder change",
  },
  ["hip-side"] = {
    name = "Outer hip",
    says = "outer hip ache, lying on the side hurts",
    order = { "gluteus-medius", "gluteus-minimus", "tensor-fasciae-latae", "vastus-lateralis", "quadratus-lumborum" },
    refer_if = "limp, groin pain, fall, night pain; lying pressure on the bump is not worked",
  },
  ["hip-front"] = {
    name = "Front of the hip",
    says = "front of hip stiff after sitting",
    order = { "iliopsoas", "rectus-femoris", "tensor-fasciae-latae" },
    refer_if = "groin lump, deep groin pain on weight bearing",
  },
  ["groin-inner-thigh"] = {
    name = "Inner thigh",
    says = "inner thigh tight",
    order = { "adductor-longus", "adductor-magnus", "iliopsoas" },
    refer_if = "lump, testicular or pelvic pain, clot signs",
  },
  ["thigh-back"] = {
    name = "Back of the thigh",
    says = "back of the thigh tight, sitting ache",
    order = { "hamstrings-outer", "hamstrings-inner", "gluteus-maximus", "adductor-magnus" },
    refer_if = "sudden pop or bruise, numb leg",
  },
  ["knee-front"] = {
    name = "Front of the knee",
    says = "ache round the kneecap on stairs",
    order = { "rectus-femoris", "vastus-medialis", "vastus-lateralis", "tensor-fasciae-latae", "gluteus-medius" },
    refer_if = "swelling, locking, giving way, injury, hot joint",
  },
  ["knee-outer"] = {
    name = "Outer knee",
    says = "outer knee ache in runners",
    order = { "vastus-lateralis", "tensor-fasciae-latae", "gluteus-medius", "hamstrings-outer" },
    refer_if = "swelling, locking, giving way, injury, hot joint",
  },
  ["knee-back"] = {
    name = "Back of the knee",
    says = "tight behind the knee",
    order = { "gastrocnemius-inner", "hamstrings-inner", "hamstrings-outer", "soleus" },
    refer_if = "swelling, lump, clot signs",
  },
  ["calf"] = {
    name = "Calf",
    says = "calf tight or crampy",
    order = { "gastrocnemius-inner", "soleus", "gastrocnemius-outer" },
    refer_if = "one-sided swelling, warmth, redness; pain on walking that stops at rest (circulation); sudden pop",
  },
  ["shin"] = {
    name = "Shin",
    says = "shin muscle ache after walking or running",
    order = { "tibialis-anterior", "toe-extensors", "soleus", "inner-shin-flexors" },
    refer_if = "pinpoint bone pain, night pain, numb foot, rock-hard shin",
  },
  ["ankle-outer"] = {
    name = "Outer ankle",
    says = "outer ankle ache without recent sprain",
    order = { "peroneals", "toe-extensors", "soleus" },
    refer_if = "fresh sprain, cannot bear weight, giving way",
  },
  ["foot-top"] = {
    name = "Top of the foot",
    says = "ache on top of the foot or big toe side",
    order = { "tibialis-anterior", "toe-extensors", "extensor-digitorum-brevis", "foot-interossei" },
    refer_if = "pinpoint bone pain, hot red joint, numbness, foot slapping",
  },
  ["heel-morning"] = {
    name = "Heel and sole",
    says = "heel or sole hurts with the first steps",
    order = { "soleus", "gastrocnemius-inner", "heel-front", "plantar-arch", "abductor-hallucis" },
    refer_if = "night or rest pain, after a fall, numbness, diabetes, both heels with morning back stiffness",
  },
  ["ball-of-foot-ache"] = {
    name = "Ball of the foot",
    says = "ball of the foot ache",
    order = { "ball-of-foot", "plantar-arch", "foot-interossei", "soleus" },
    refer_if = "pinpoint bone pain, numb toes, hot red joint",
  },
  ["standing-legs"] = {
    name = "Legs and feet, from standing",
    says = "legs and feet tired from standing",
    order = { "soleus", "gastrocnemius-inner", "plantar-arch", "tibialis-anterior", "gluteus-medius" },
    refer_if = "one leg swollen, sores, numbness",
  },
  ["tense-all-over"] = {
    name = "Tense all over",
    says = "tense, restless, cannot settle",
    order = { "upper-trapezius", "masseter", "suboccipitals", "pectoralis-major" },
    refer_if = "low mood for two weeks, panic, thoughts of self-harm: seek help",
  },
  ["after-training"] = {
    name = "After training",
    says = "sore a day or two after training",
    order = { "vastus-lateralis", "gastrocnemius-inner", "gluteus-maximus", "hamstrings-outer" },
    refer_if = "dark urine, very swollen weak muscle, one spot of sharp pain",
  },
  ["driving"] = {
    name = "After driving",
    says = "stiff after driving",
    order = { "levator-scapulae", "thoracic-paraspinals", "gluteus-medius", "iliopsoas", "tibialis-anterior" },
    refer_if = "calf swelling after long travel",
  },
  ["child-carrying"] = {
    name = "Carrying a child",
    says = "carrying a child: back, shoulder, forearm",
    order = { "upper-trapezius", "rhomboids", "wrist-extensors", "thumb-pad", "quadratus-lumborum" },
    refer_if = "first 6 weeks after birth: section 2.3",
  },
}
