-- places.lua - where each site is in the drawings of scripts/body, and where it may also be felt.
--
-- views    a drawing, and what is seen of it: box = { x, y, width, height }. `middle` is the middle line of the body; without one,
--          only the right side is drawn. Where two are wanted that lie in a larger one, that is shown instead.
-- sites    view, spots = { { x, y, radius } }, felt = { { x, y, half width, half height, turn } }; more = further views, with
--          `felt` only. All of the right side, in units of the drawing; a body is 750 high, a head in head.svg 210.
-- Seen from the front, the right side is on the left; from behind, on the right.

local views = {
  ["front-upper"] = { title = "front", drawing = "front", box = { 40, 12, 320, 500 }, middle = 200, right = "left" },
  ["front-shoulders"] = { title = "front", drawing = "front", box = { 78, 12, 244, 346 }, middle = 200, right = "left" },
  ["front-lower"] = { title = "front", drawing = "front", box = { 112, 330, 176, 456 }, middle = 200, right = "left" },
  ["front-thighs"] = { title = "front", drawing = "front", box = { 112, 330, 176, 262 }, middle = 200, right = "left" },
  ["front-legs"] = { title = "front", drawing = "front", box = { 132, 530, 136, 256 }, middle = 200, right = "left" },
  ["back-upper"] = { title = "back", drawing = "back", box = { 40, 12, 320, 500 }, middle = 200, right = "right" },
  ["back-shoulders"] = { title = "back", drawing = "back", box = { 78, 12, 244, 346 }, middle = 200, right = "right" },
  ["back-lower"] = { title = "back", drawing = "back", box = { 112, 240, 176, 546 }, middle = 200, right = "right" },
  ["back-hips"] = { title = "back", drawing = "back", box = { 112, 240, 176, 288 }, middle = 200, right = "right" },
  ["back-thighs"] = { title = "back", drawing = "back", box = { 112, 376, 176, 254 }, middle = 200, right = "right" },
  ["back-legs"] = { title = "back", drawing = "back", box = { 132, 530, 136, 256 }, middle = 200, right = "right" },
  ["side"] = { title = "{side} side", drawing = "side", box = { 90, 300, 272, 486 } },
  ["side-leg"] = { title = "{side} leg", drawing = "side", box = { 112, 530, 150, 256 } },
  ["face"] = { title = "face", drawing = "head", box = { 2, 8, 256, 298 }, middle = 130, right = "left" },
  ["head-side"] = { title = "{side} side of the head", drawing = "head", box = { 262, 8, 256, 298 } },
  ["head-back"] = { title = "back of the head", drawing = "head", box = { 522, 8, 256, 298 }, middle = 650, right = "right" },
  ["palm"] = { title = "{side} forearm, palm side", drawing = "hand", box = { 20, 0, 200, 520 } },
  ["hand-back"] = { title = "{side} forearm, back", drawing = "hand", box = { 220, 0, 200, 520 } },
  ["sole"] = { title = "{side} sole", drawing = "foot", box = { 18, 20, 194, 416 } },
  ["foot-top"] = { title = "top of the {side} foot", drawing = "foot", box = { 230, 20, 194, 416 } },
}

local sites = {
  -- head
  ["frontalis"] = { view = "face", spots = { { 91, 60, 9 } }, felt = { { 91, 66, 36, 26 } } },
  ["corrugator"] = { view = "face", spots = { { 108, 95, 7 } }, felt = { { 128, 94, 14, 14 }, { 92, 96, 28, 22 } } },
  ["temporalis"] = { view = "head-side", spots = { { 412, 105, 10 } },
    felt = { { 412, 100, 34, 28 }, { 455, 99, 18, 10 }, { 454, 174, 20, 8 } } },
  ["masseter"] = { view = "head-side", spots = { { 412, 186, 10 } },
    felt = { { 420, 204, 36, 18, 20 }, { 432, 164, 24, 18 }, { 384, 132, 15, 22 }, { 452, 90, 20, 8 } } },
  ["occipitalis"] = { view = "head-back", spots = { { 680, 130, 10 } }, felt = { { 678, 90, 44, 62 } },
    more = { { view = "head-side", felt = { { 330, 82, 44, 56 }, { 452, 120, 18, 13 } } } } },

  -- neck
  ["suboccipitals"] = { view = "head-back", spots = { { 680, 177, 9 } }, felt = { { 688, 150, 40, 18 } },
    more = { { view = "head-side", felt = { { 318, 130, 34, 26 }, { 388, 104, 72, 20 }, { 452, 118, 18, 14 } } } } },
  ["splenius-capitis"] = { view = "head-back", spots = { { 699, 182, 9 } }, felt = { { 672, 38, 36, 22 } },
    more = { { view = "head-side", felt = { { 372, 36, 46, 22 } } } } },
  ["neck-posterior"] = { view = "head-back", spots = { { 669, 232, 9 } },
    felt = { { 678, 182, 26, 14 }, { 669, 236, 17, 38 }, { 722, 284, 40, 13, 15 } },
    more = { { view = "head-side", felt = { { 388, 104, 66, 18 } } } } },
  ["levator-scapulae"] = { view = "back-shoulders", spots = { { 231, 165, 8 } },
    felt = { { 228, 148, 13, 13 }, { 234, 206, 10, 34 } } },
  ["upper-trapezius"] = { view = "back-shoulders", spots = { { 253, 164, 9 } }, felt = { { 224, 132, 9, 18 } },
    more = { { view = "head-side", felt = { { 356, 206, 17, 50, -8 }, { 412, 104, 32, 24 }, { 396, 206, 16, 14 } } } } },
  ["sternocleidomastoid"] = { view = "head-side", spots = { { 378, 204, 9 } },
    felt = { { 440, 76, 26, 18 }, { 450, 118, 20, 20 }, { 434, 164, 20, 14 }, { 384, 132, 14, 20 }, { 378, 30, 42, 16 } } },
  ["scalenes"] = { view = "head-side", spots = { { 357, 250, 9 } }, felt = {},
    more = {
      { view = "front-upper", felt = { { 156, 216, 26, 22 }, { 104, 246, 9, 50, 10 }, { 62, 462, 11, 18, 30 }, { 66, 486, 7, 14 } } },
      { view = "back-shoulders", felt = { { 234, 206, 9, 32 } } },
    } },

  -- upper back
  ["middle-trapezius"] = { view = "back-shoulders", spots = { { 228, 180, 9 } }, felt = { { 222, 194, 17, 32 }, { 279, 172, 11, 9 } } },
  ["lower-trapezius"] = { view = "back-shoulders", spots = { { 228, 223, 9 } },
    felt = { { 213, 122, 11, 24 }, { 250, 164, 24, 8, 15 }, { 236, 206, 8, 28 } } },
  ["rhomboids"] = { view = "back-shoulders", spots = { { 230, 203, 9 } }, felt = { { 235, 206, 9, 34 } } },
  ["thoracic-paraspinals"] = { view = "back-shoulders", spots = { { 215, 244, 8 }, { 215, 214, 8 } },
    felt = { { 248, 210, 24, 36 }, { 246, 258, 32, 10, 20 }, { 216, 328, 13, 26 } } },
  ["serratus-posterior-superior"] = { view = "back-upper", spots = { { 240, 189, 8 } },
    felt = { { 250, 204, 18, 26 }, { 285, 246, 10, 48, -10 }, { 308, 480, 7, 16 } } },
  ["latissimus-dorsi"] = { view = "back-upper", spots = { { 254, 253, 8 } },
    felt = { { 246, 236, 13, 12 }, { 224, 258, 16, 22 }, { 277, 272, 8, 50, -12 }, { 310, 482, 9, 18 } } },
  ["serratus-anterior"] = { view = "front-shoulders", spots = { { 147, 256, 9 } }, felt = { { 146, 250, 15, 36 }, { 124, 270, 8, 48, 12 } },
    more = { { view = "back-shoulders", felt = { { 238, 228, 10, 18 } } } } },

  -- shoulder
  ["supraspinatus"] = { view = "back-shoulders", spots = { { 246, 171, 8 } },
    felt = { { 294, 194, 9, 24, -6 }, { 298, 252, 10, 40, -10 }, { 312, 306, 9, 12 } } },
  ["infraspinatus"] = { view = "back-shoulders", spots = { { 252, 203, 10 } }, felt = {},
    more = { { view = "front-upper", felt = { { 114, 186, 17, 20 }, { 105, 246, 11, 46, 10 }, { 62, 462, 12, 20, 30 } } } } },
  ["teres-minor"] = { view = "back-shoulders", spots = { { 263, 204, 7 } }, felt = { { 282, 189, 9, 9 } } },
  ["teres-major"] = { view = "back-shoulders", spots = { { 257, 225, 8 } }, felt = { { 284, 190, 15, 18 }, { 287, 250, 10, 40, -10 } } },
  ["subscapularis"] = { view = "back-upper", spots = { { 261, 214, 7 } },
    felt = { { 284, 190, 15, 16 }, { 248, 204, 15, 30 }, { 315, 420, 16, 9 } } },
  ["deltoid-front"] = { view = "front-shoulders", spots = { { 115, 194, 9 } }, felt = { { 114, 192, 17, 24 } } },
  ["deltoid-back"] = { view = "back-shoulders", spots = { { 285, 193, 9 } }, felt = { { 286, 192, 17, 24 } } },

  -- chest
  ["pectoralis-major"] = { view = "front-upper", spots = { { 164, 184, 9 }, { 140, 211, 8 } },
    felt = { { 162, 212, 32, 26 }, { 114, 184, 15, 18 }, { 124, 268, 8, 52, 11 }, { 90, 482, 9, 18 } } },
  ["pectoralis-minor"] = { view = "front-upper", spots = { { 146, 190, 8 } },
    felt = { { 114, 184, 15, 18 }, { 158, 212, 26, 24 }, { 124, 268, 8, 52, 11 }, { 84, 486, 14, 18 } } },
  ["subclavius"] = { view = "front-upper", spots = { { 178, 167, 7 } }, felt = { { 112, 246, 12, 48, 10 }, { 84, 366, 9, 42, 8 } } },

  -- arm and hand
  ["biceps"] = { view = "front-shoulders", spots = { { 108, 277, 9 } }, felt = { { 114, 188, 15, 19 }, { 102, 316, 14, 9 } } },
  ["brachialis"] = { view = "front-upper", spots = { { 97, 285, 8 } },
    felt = { { 64, 446, 10, 13, 30 }, { 102, 316, 14, 9 }, { 114, 188, 14, 17 } } },
  ["triceps"] = { view = "back-upper", spots = { { 295, 271, 8 }, { 286, 238, 8 } },
    felt = { { 288, 254, 11, 50, -10 }, { 312, 306, 9, 12 }, { 310, 482, 9, 18 } } },
  ["brachioradialis"] = { view = "palm", spots = { { 152, 413, 13 } }, felt = { { 160, 456, 15, 20 }, { 152, 136, 15, 17 } } },
  ["wrist-extensors"] = { view = "hand-back", spots = { { 302, 403, 13 } },
    felt = { { 290, 454, 15, 18 }, { 306, 320, 24, 66, 6 }, { 298, 164, 18, 28 } } },
  ["finger-extensors"] = { view = "hand-back", spots = { { 330, 377, 13 } },
    felt = { { 328, 300, 22, 64 }, { 326, 150, 20, 36 }, { 325, 60, 10, 48 } } },
  ["supinator"] = { view = "palm", spots = { { 138, 438, 11 } }, felt = { { 160, 456, 15, 18 }, { 152, 136, 15, 17 } } },
  ["wrist-flexors"] = { view = "palm", spots = { { 85, 403, 13 } }, felt = { { 112, 214, 34, 20 } } },
  ["finger-flexors"] = { view = "palm", spots = { { 112, 340, 13 } }, felt = { { 104, 60, 52, 58 } } },
  ["pronator-teres"] = { view = "palm", spots = { { 94, 431, 12 } }, felt = { { 138, 222, 15, 20 }, { 136, 300, 16, 62, -8 } } },
  ["thumb-pad"] = { view = "palm", spots = { { 139, 166, 13 }, { 154, 142, 9 } }, felt = { { 181, 114, 18, 42, 36 }, { 138, 212, 14, 18 } } },
  ["hand-interossei"] = { view = "hand-back", spots = { { 290, 142, 9 }, { 315, 144, 7 }, { 335, 146, 7 }, { 352, 150, 7 } },
    felt = { { 298, 66, 10, 36 }, { 325, 56, 9, 44 } } },

  -- low back
  ["lumbar-paraspinals"] = { view = "back-hips", spots = { { 218, 317, 9 } }, felt = { { 218, 326, 20, 32 }, { 238, 398, 26, 26 } } },
  ["lumbar-multifidus"] = { view = "back-hips", spots = { { 212, 353, 8 } },
    felt = { { 218, 332, 20, 20 }, { 206, 380, 10, 18 }, { 238, 480, 17, 42 } } },
  ["quadratus-lumborum"] = { view = "back-hips", spots = { { 237, 319, 9 } },
    felt = { { 244, 338, 22, 9 }, { 268, 388, 11, 22 }, { 238, 408, 24, 22 }, { 218, 366, 9, 14 } } },
  ["serratus-posterior-inferior"] = { view = "back-hips", spots = { { 238, 291, 10 } }, felt = { { 236, 288, 24, 18 } } },

  -- hip
  ["gluteus-maximus"] = { view = "back-hips", spots = { { 222, 373, 9 }, { 242, 407, 9 }, { 223, 426, 8 } },
    felt = { { 240, 400, 34, 36 }, { 206, 380, 10, 16 }, { 226, 440, 24, 8 } } },
  ["gluteus-medius"] = { view = "back-hips", spots = { { 248, 352, 9 } },
    felt = { { 222, 336, 24, 8 }, { 208, 378, 10, 16 }, { 238, 402, 26, 26 }, { 268, 438, 9, 26 } } },
  ["gluteus-minimus"] = { view = "side", spots = { { 190, 362, 9 }, { 152, 366, 8 } },
    felt = { { 146, 400, 26, 26 }, { 182, 480, 14, 66 }, { 172, 640, 14, 54 }, { 172, 722, 9, 22 } } },
  ["piriformis"] = { view = "back-hips", spots = { { 238, 387, 9 } },
    felt = { { 206, 380, 10, 16 }, { 242, 398, 30, 30 }, { 242, 456, 22, 34 } } },
  ["tensor-fasciae-latae"] = { view = "front-thighs", spots = { { 135, 378, 9 } }, felt = { { 130, 404, 9, 24 }, { 134, 478, 9, 58, -8 } } },
  ["iliopsoas"] = { view = "front-thighs", spots = {}, felt = { { 160, 452, 18, 48 } },
    more = { { view = "back-hips", felt = { { 215, 318, 12, 48 } } } } },

  -- thigh
  ["rectus-femoris"] = { view = "front-thighs", spots = { { 156, 405, 9 }, { 161, 470, 9 } }, felt = { { 165, 562, 16, 20 }, { 161, 490, 18, 54 } } },
  ["vastus-lateralis"] = { view = "side", spots = { { 196, 442, 8 }, { 195, 484, 8 }, { 192, 524, 8 } },
    felt = { { 190, 482, 18, 74 }, { 205, 560, 9, 16 } } },
  ["vastus-medialis"] = { view = "front-thighs", spots = { { 180, 515, 9 } }, felt = { { 176, 560, 16, 20 } } },
  ["adductor-longus"] = { view = "front-thighs", spots = { { 185, 460, 8 }, { 183, 490, 8 } },
    felt = { { 182, 420, 14, 12 }, { 186, 478, 10, 44 }, { 185, 538, 8, 14 } } },
  ["adductor-magnus"] = { view = "back-thighs", spots = { { 213, 492, 8 } }, felt = { { 213, 484, 10, 50 }, { 206, 430, 7, 12 } } },
  ["hamstrings-inner"] = { view = "back-thighs", spots = { { 227, 490, 9 } },
    felt = { { 226, 440, 22, 9 }, { 222, 488, 14, 46 }, { 222, 598, 10, 22 } } },
  ["hamstrings-outer"] = { view = "back-thighs", spots = { { 250, 490, 9 } },
    felt = { { 233, 566, 20, 11 }, { 248, 482, 15, 56 }, { 242, 598, 12, 20 } } },

  -- leg
  ["gastrocnemius-inner"] = { view = "back-legs", spots = { { 221, 613, 9 } }, felt = { { 224, 632, 14, 44 }, { 232, 566, 17, 11 } },
    more = { { view = "sole", felt = { { 140, 262, 24, 62 } } } } },
  ["gastrocnemius-outer"] = { view = "back-legs", spots = { { 246, 608, 9 } }, felt = { { 246, 628, 11, 42 }, { 236, 566, 17, 11 } } },
  ["soleus"] = { view = "back-legs", spots = { { 227, 698, 8 } },
    felt = { { 231, 766, 13, 12 }, { 231, 736, 8, 24 } },
    more = { { view = "back-hips", felt = { { 218, 366, 9, 13 } } } } },
  ["tibialis-anterior"] = { view = "front-legs", spots = { { 158, 612, 8 } }, felt = { { 170, 738, 13, 13 }, { 177, 768, 7, 10 } } },
  ["toe-extensors"] = { view = "front-legs", spots = { { 155, 655, 8 } }, felt = { { 164, 764, 18, 15 } } },
  ["peroneals"] = { view = "side-leg", spots = { { 176, 632, 9 } }, felt = { { 174, 748, 15, 13 }, { 206, 766, 28, 9, 8 } } },
  ["inner-shin-flexors"] = { view = "front-legs", spots = { { 181, 656, 8 } }, felt = { { 181, 742, 8, 12 } },
    more = { { view = "sole", felt = { { 112, 190, 54, 100 } } } } },

  -- foot
  ["plantar-arch"] = { view = "sole", spots = { { 118, 268, 14 }, { 114, 208, 14 } }, felt = { { 114, 240, 46, 78 }, { 112, 150, 66, 24 } } },
  ["heel-front"] = { view = "sole", spots = { { 126, 306, 13 } }, felt = { { 114, 374, 42, 40 } } },
  ["abductor-hallucis"] = { view = "sole", spots = { { 147, 262, 11 } }, felt = { { 148, 372, 20, 42 }, { 146, 256, 20, 64 } } },
  ["ball-of-foot"] = { view = "sole", spots = { { 160, 168, 11 }, { 133, 160, 11 }, { 107, 157, 11 } },
    felt = { { 130, 138, 64, 32 }, { 161, 62, 22, 34 } } },
  ["foot-interossei"] = { view = "foot-top", spots = { { 309, 170, 9 }, { 340, 170, 9 }, { 360, 176, 9 }, { 380, 184, 8 } },
    felt = { { 326, 72, 18, 30 }, { 366, 94, 32, 30 } } },
  ["extensor-digitorum-brevis"] = { view = "foot-top", spots = { { 365, 308, 12 } }, felt = { { 335, 236, 46, 62 } } },
}

return { views = views, sites = sites }
