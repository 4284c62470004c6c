-- words.lua - what must not be said to somebody's body, and what to say instead. `unknot check` looks for these in every
-- phrase, step and title.
--
-- stem   how the words begin: "heal" also finds "heals" and "healing"; a phrase of several words is found as it stands
-- but    words that begin so and are fine
-- why    what is wrong with it
-- say    what to say instead
-- title  true: only in titles and summaries, where it would be a promise; in a caution it has its place

local promise = "nothing is promised"
local disease = "no illness is named as what a routine is for"
local anatomy = "hands do not do that to a muscle"

return {
  { stem = "cure", why = promise, say = "may ease tension for a while" },
  { stem = "heal", but = { "health", "healthy" }, why = promise, say = "may ease tension for a while" },
  { stem = "fix", why = promise, say = "may ease tension for a while" },
  { stem = "treat", why = promise, say = "a routine for" },
  { stem = "permanent", why = promise, say = "for a while" },
  { stem = "guarante", why = promise, say = "may" },
  { stem = "proven", why = "the studies are small", say = "many people feel looser afterwards" },
  { stem = "scientific", why = "the studies are small", say = "many people feel looser afterwards" },
  { stem = "clinical", why = "the studies are small", say = "many people feel looser afterwards" },
  { stem = "effective", why = "the studies are small", say = "many people feel looser afterwards" },
  { stem = "miracle", why = promise, say = "may ease tension for a while" },
  { stem = "non-invasive", why = promise, say = "done with your own hands" },
  { stem = "pain relief", why = promise, say = "comfort" },
  { stem = "painless", why = promise, say = "stay where it is easy" },
  { stem = "rid of", why = promise, say = "may ease" },

  { stem = "you have a", why = "a routine does not diagnose", say = "this muscle is often tender in people who" },
  { stem = "you have an", why = "a routine does not diagnose", say = "this muscle is often tender in people who" },
  { stem = "is caused by", why = "a routine does not diagnose", say = "this muscle is often tender in people who" },
  { stem = "no need to see", why = "care is not replaced", say = "check with your doctor if" },
  { stem = "instead of surgery", why = "care is not replaced", say = "check with your doctor if" },
  { stem = "instead of medic", why = "care is not replaced", say = "check with your doctor if" },
  { stem = "instead of inject", why = "care is not replaced", say = "check with your doctor if" },
  { stem = "alternative to", why = "care is not replaced", say = "check with your doctor if" },

  { stem = "adhesion", why = anatomy, say = "tender spot" },
  { stem = "scar tissue", why = anatomy, say = "tight band" },
  { stem = "toxin", why = anatomy, say = "tender spot" },
  { stem = "detox", why = anatomy, say = "let it soften" },
  { stem = "lactic acid", why = anatomy, say = "tender spot" },
  { stem = "crystal", why = anatomy, say = "tender spot" },
  { stem = "fibrous", why = anatomy, say = "tight band" },
  { stem = "flush", why = anatomy, say = "let it soften" },
  { stem = "misalign", why = anatomy, say = "tight band" },
  { stem = "blocked energy", why = anatomy, say = "tight band" },
  { stem = "break up", why = anatomy, say = "let it soften" },
  { stem = "breaks up", why = anatomy, say = "lets it soften" },
  { stem = "knot", why = anatomy, say = "tender spot" },
  { stem = "spasm", why = anatomy, say = "tight band" },
  { stem = "inflam", why = "that is for a doctor to say", say = "tender" },
  { stem = "muscles lengthen", why = anatomy, say = "you may feel looser" },
  { stem = "posture improves", why = promise, say = "you may feel looser" },
  { stem = "improve", why = promise, say = "you may feel looser" },
  { stem = "strengthen", why = promise, say = "you may move more easily for a while" },
  { stem = "boost", why = promise, say = "you may feel calmer" },

  { stem = "no pain", why = "it must not hurt", say = "stop if it is sharp" },
  { stem = "push through", why = "it must not hurt", say = "stop if it is sharp" },
  { stem = "must hurt", why = "it must not hurt", say = "a mild ache, an easy one" },
  { stem = "agony", why = "words of pain make pain", say = "ache" },
  { stem = "damage", why = "words of pain make pain", say = "tender" },
  { stem = "crush", why = "words of pain make pain", say = "press" },
  { stem = "perfect", why = "describe, do not judge", say = "that is the place" },
  { stem = "good girl", why = "describe, do not judge", say = "that is the place" },
  { stem = "good boy", why = "describe, do not judge", say = "that is the place" },

  { stem = "sciatica", title = true, why = disease, say = "for the ache down the back of the leg" },
  { stem = "arthritis", title = true, why = disease, say = "stiff" },
  { stem = "tendinitis", title = true, why = disease, say = "tense" },
  { stem = "carpal", title = true, why = disease, say = "for the ache you get after typing" },
  { stem = "migraine", title = true, why = disease, say = "for the head-band feeling of a long day" },
  { stem = "headache", title = true, why = disease, say = "for the head-band feeling of a long day" },
  { stem = "fibromyalgia", title = true, why = disease, say = "tense" },
  { stem = "parkinson", title = true, why = disease, say = "tense" },
  { stem = "heart rhythm", title = true, why = disease, say = "calm" },
  { stem = "digesti", title = true, why = disease, say = "calm" },
}
