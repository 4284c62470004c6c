-- .luacheckrc - `luacheck scripts` knows the verbs, and what scripts have of Lua's own: nothing else is there. The lists are those of
-- scripts/unknot/meta, which a test compares.

stds.verbs = {
  read_globals = {
    "bed", "bell", "breathe", "clip", "cut", "find", "finish", "join", "listen", "mark", "move", "never", "now", "press", "random",
    "rate", "release", "rest", "say", "scan", "settle", "sides", "span", "spawn", "step", "stretch", "tell", "tense", "together",
    "tone", "wait", "welcome",
  },
}

stds.own = {
  read_globals = {
    "assert", "error", "ipairs", "next", "pairs", "pcall", "rawequal", "rawget", "rawlen", "rawset", "select", "tonumber",
    "tostring", "type",
    math = { fields = {
      "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min",
      "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult",
    } },
    string = { fields = {
      "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper",
    } },
    table = { fields = {
      "concat", "insert", "pack", "remove", "sort", "unpack",
    } },
  },
}

-- The library: its table of C functions, and each other's files.
stds.library = { read_globals = { "need" }, globals = { "core" } }

std = "own+verbs"
max_line_length = false
ignore = { "212/with" } -- what play is given, whether it looks at it or not
files["scripts/unknot"] = { std = "own+library", ignore = { "311", "542" } } -- first values of loops; a branch with a reason only
files["scripts/reference.lua"] = { std = "lua54" }
files["scripts/guide.lua"] = { std = "lua54" }
exclude_files = { "scripts/unknot/meta", "build", "build-*" }
