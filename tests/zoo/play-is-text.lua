return { title = "Play is a text", play = "play" }
