-- Says what mpv knows of what it plays, and lets it go on: it is started with --pause, since a short file may be over before all is said.
mp.register_event("file-loaded", function()
  print("title: " .. mp.get_property("media-title"))
  print("artist: " .. mp.get_property("metadata/by-key/artist"))
  print("duration: " .. mp.get_property("duration"))
  for _, chapter in ipairs(mp.get_property_native("chapter-list")) do
    print(string.format("chapter: %.3f %s", chapter.time, chapter.title))
  end
  for _, track in ipairs(mp.get_property_native("track-list")) do
    if track.type == "sub" then
      print("subtitles: " .. (track.selected and "yes " or "no ") .. track.title)
    end
  end
  print("window: " .. mp.get_property("current-vo", "none"))
  mp.set_property_bool("pause", false)
end)
