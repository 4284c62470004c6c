/* voice_text.h - how a text will sound, as far as that can be told from its letters alone, whatever the language. */
#ifndef UK_VOICE_TEXT_H
#define UK_VOICE_TEXT_H

#define UK_HISS_POINTS 32

/* How long it is: in letters of a language that is written with them. */
double uk_voice_letters(const char *text);

/* Commas, ends of sentences and pauses that are written, but for the end of the text: where a reader may pause. */
int uk_voice_marks(const char *text);

/* How much of the sound is likely to hiss, 0 to 1, from the beginning of the text to its end. */
void uk_voice_hiss(float out[UK_HISS_POINTS], const char *text);

#endif
