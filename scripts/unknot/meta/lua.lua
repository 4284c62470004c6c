---@meta _
-- lua.lua - for editors: what scripts have of Lua's own. It is never run. Everything gives the same in every run: `pairs`
-- goes in the order of the keys, numbers first, and texts show no addresses.

---Raises an error when `v` is false or nil, else gives everything back.
---@generic T
---@param v? T
---@param message? any
---@param ... any
---@return T
---@return any ...
function assert(v, message, ...) end

---Ends the script with a message.
---@param message any
---@param level? integer 1 names this line, 2 that of whoever called
function error(message, level) end

---For a loop over a list, up to its first nil.
---@generic T: table, V
---@param t T
---@return fun(list: V[], i?: integer): integer, V
---@return T
---@return integer i
function ipairs(t) end

---The key that comes after this one, and its value; nil at the end.
---@generic K, V
---@param t table<K, V>
---@param key? K
---@return K?
---@return V?
function next(t, key) end

---For a loop over all keys, in their order.
---@generic T: table, K, V
---@param t T
---@return fun(table: table<K, V>, key?: K): K, V
---@return T
function pairs(t) end

---Calls `fn`. Gives true and its results, or false and the error.
---@param fn fun(...): ...
---@param ... any
---@return boolean ok
---@return any ...
function pcall(fn, ...) end

---@param a any
---@param b any
---@return boolean
function rawequal(a, b) end

---@param t table
---@param key any
---@return any
function rawget(t, key) end

---@param v table|string
---@return integer
function rawlen(v) end

---@param t table
---@param key any
---@param value any
---@return table
function rawset(t, key, value) end

---What comes from the n-th on; how many there are for "#".
---@param n integer|"#"
---@param ... any
---@return any ...
function select(n, ...) end

---@param v any
---@param base? integer
---@return number?
function tonumber(v, base) end

---The text of a number or of true and false; of anything else only what it is.
---@param v any
---@return string
function tostring(v) end

---@param v any
---@return "nil"|"number"|"string"|"boolean"|"table"|"function"
function type(v) end

---@class mathlib
---@field huge number
---@field maxinteger integer
---@field mininteger integer
---@field pi number
math = {}

---@generic N: number
---@param x N
---@return N
function math.abs(x) end

---@param x number
---@return number
function math.acos(x) end

---@param x number
---@return number
function math.asin(x) end

---@param y number
---@param x? number
---@return number
function math.atan(y, x) end

---@param x number
---@return integer
function math.ceil(x) end

---@param x number
---@return number
function math.cos(x) end

---@param x number
---@return number
function math.deg(x) end

---@param x number
---@return number
function math.exp(x) end

---@param x number
---@return integer
function math.floor(x) end

---@param x number
---@param y number
---@return number
function math.fmod(x, y) end

---@param x number
---@param base? number
---@return number
function math.log(x, base) end

---@generic N: number
---@param x N
---@param ... N
---@return N
function math.max(x, ...) end

---@generic N: number
---@param x N
---@param ... N
---@return N
function math.min(x, ...) end

---@param x number
---@return number
---@return number
function math.modf(x) end

---@param x number
---@return number
function math.rad(x) end

---@param x number
---@return number
function math.sin(x) end

---@param x number
---@return number
function math.sqrt(x) end

---@param x number
---@return number
function math.tan(x) end

---@param x any
---@return integer?
function math.tointeger(x) end

---@param x any
---@return "integer"|"float"|nil
function math.type(x) end

---@param m integer
---@param n integer
---@return boolean
function math.ult(m, n) end

---@class stringlib
string = {}

---@param s string|number
---@param i? integer
---@param j? integer
---@return integer ...
function string.byte(s, i, j) end

---@param ... integer
---@return string
function string.char(...) end

---@param s string|number
---@param pattern string|number
---@param init? integer
---@param plain? boolean
---@return integer? start
---@return integer? end
---@return any ...
function string.find(s, pattern, init, plain) end

---@param s string|number
---@param ... any
---@return string
function string.format(s, ...) end

---@param s string|number
---@param pattern string|number
---@param init? integer
---@return fun(): string, ...
function string.gmatch(s, pattern, init) end

---@param s string|number
---@param pattern string|number
---@param with string|number|table|function
---@param n? integer
---@return string
---@return integer count
function string.gsub(s, pattern, with, n) end

---@param s string|number
---@return integer
function string.len(s) end

---@param s string|number
---@return string
function string.lower(s) end

---@param s string|number
---@param pattern string|number
---@param init? integer
---@return any ...
function string.match(s, pattern, init) end

---@param s string|number
---@param n integer
---@param between? string|number
---@return string
function string.rep(s, n, between) end

---@param s string|number
---@return string
function string.reverse(s) end

---@param s string|number
---@param i integer
---@param j? integer
---@return string
function string.sub(s, i, j) end

---@param s string|number
---@return string
function string.upper(s) end

---@class tablelib
table = {}

---@param list table
---@param between? string
---@param i? integer
---@param j? integer
---@return string
function table.concat(list, between, i, j) end

---@overload fun(list: table, value: any)
---@param list table
---@param at integer
---@param value any
function table.insert(list, at, value) end

---@param ... any
---@return { n: integer, [integer]: any }
function table.pack(...) end

---@generic V
---@param list V[]
---@param at? integer
---@return V?
function table.remove(list, at) end

---Puts a list in order. What is equal stays in the order it had.
---@generic V
---@param list V[]
---@param before? fun(a: V, b: V): boolean
function table.sort(list, before) end

---@generic V
---@param list V[]
---@param i? integer
---@param j? integer
---@return V ...
function table.unpack(list, i, j) end
