return {
    title = "Words that are no text",
    play = function()
        cue { kind = "phrase", text = "\xc0\x80\xed\xa0\x80" }
    end,
}
