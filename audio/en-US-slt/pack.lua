return {
  id = "en-US-slt",
  name = "A woman from the United States, calm and even",
  language = "en-US",
  licence = "free to use and pass on with its notices: see LICENCE",
  speaker = "slt of the CMU ARCTIC recordings",
  engine = "command text2wave -eval (voice_cmu_us_slt_arctic_hts) -eval (set! hts_e 26c490fddfa18427 stretch 1.50, 32000 Hz",
  rate = 24000,
}
