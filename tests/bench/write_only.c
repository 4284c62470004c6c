/* write_only FILE SECONDS - the yardstick: only writes a stereo 16-bit WAV of that length at 48 kHz with libsndfile. */
#include <sndfile.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define BLOCK 8192

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    SF_INFO info = {.samplerate = 48000, .channels = 2, .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16};
    SNDFILE *file = sf_open(argv[1], SFM_WRITE, &info);
    static int16_t block[BLOCK * 2];
    if (!file)
        return 1;
    for (int i = 0; i < BLOCK * 2; i++)
        block[i] = (int16_t)(i * 7919);
    for (long long left = atoll(argv[2]) * 48000; left > 0; left -= BLOCK)
        sf_writef_short(file, block, left < BLOCK ? left : BLOCK);
    return sf_close(file);
}
