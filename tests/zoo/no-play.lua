return { title = "Without play" }
