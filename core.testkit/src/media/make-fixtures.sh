#!/bin/bash
# Makes the audio files of org.musicplatform.core.testkit.media again, into the current directory.
# Needs ffmpeg with libmp3lame, libvorbis and libopus, and Python with mutagen. Encoders of other
# versions give other bytes, so tests rely on tags and durations, never on bytes.
set -euo pipefail

tags=(-metadata "title=Töne im Regen" -metadata "artist=Björk & Söhne" -metadata "album=Tone Poems"
      -metadata "album_artist=Various Tones" -metadata track=3/12 -metadata disc=1/2
      -metadata date=2019 -metadata genre=Electronic)

tone() { # RATE OPTIONS… FILE
  ffmpeg -y -loglevel error -f lavfi -i "sine=frequency=440:duration=1" -bitexact -ac 1 -ar "$@"
}

tone 44100 -c:a aac -b:a 64k "${tags[@]}" tone-aac.m4a
tone 44100 -c:a alac "${tags[@]}" tone-alac.m4a
tone 44100 -c:a libmp3lame -b:a 64k -id3v2_version 4 "${tags[@]}" tone.mp3
tone 44100 -c:a libmp3lame -b:a 64k -id3v2_version 3 "${tags[@]}" tone-id3v23.mp3
tone 44100 -c:a flac "${tags[@]}" tone.flac
tone 44100 -c:a flac untagged.flac
tone 44100 -c:a libvorbis -b:a 64k "${tags[@]}" tone.ogg
tone 48000 -c:a libopus -b:a 32k "${tags[@]}" tone.opus
tone 11025 -c:a pcm_s16be -write_id3v2 1 "${tags[@]}" tone.aiff
tone 11025 -c:a pcm_s16le "${tags[@]}" tone.wav
tone 44100 -c:a wmav2 -b:a 24k tone.wma
tone 22050 -c:a libmp3lame -b:a 32k -id3v2_version 0 tone-id3v1.mp3
tone 22050 -c:a libmp3lame -b:a 32k -id3v2_version 4 "${tags[@]}" tone-picture.mp3
tone 8000 -sample_fmt s16 -c:a flac "${tags[@]}" tone-picture.flac
ffmpeg -y -loglevel error -bitexact -f lavfi -i testsrc=size=24x16 -frames:v 1 picture.png
ffmpeg -y -loglevel error -bitexact -f lavfi -i testsrc=size=32x20 -frames:v 1 -q:v 8 picture.jpg

python3 "$(dirname "$0")/finish-fixtures.py"
rm picture.png picture.jpg
