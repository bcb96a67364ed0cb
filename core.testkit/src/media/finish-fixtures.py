"""Writes what ffmpeg cannot, or writes oddly: an ID3 chunk, ASF attributes, ID3v1, pictures."""

from mutagen.asf import ASF
from mutagen.flac import FLAC, Picture
from mutagen.id3 import APIC, ID3, TALB, TCON, TDRC, TIT2, TPE1, TPE2, TPOS, TRCK
from mutagen.wave import WAVE

TITLE, ARTIST, ALBUM, ALBUM_ARTIST = "Töne im Regen", "Björk & Söhne", "Tone Poems", "Various Tones"


def wave(name):
    file = WAVE(name)
    file.add_tags()
    for frame, text in (
        (TIT2, TITLE), (TPE1, ARTIST), (TALB, ALBUM), (TPE2, ALBUM_ARTIST),
        (TRCK, "3/12"), (TPOS, "1/2"), (TDRC, "2019"), (TCON, "Electronic"),
    ):
        file.tags.add(frame(encoding=3, text=text))
    file.save(padding=lambda info: 0)


def asf(name):
    file = ASF(name)
    file.tags.clear()
    for attribute, text in (
        ("Title", TITLE), ("Author", ARTIST), ("WM/AlbumTitle", ALBUM), ("WM/AlbumArtist", ALBUM_ARTIST),
        ("WM/TrackNumber", "3/12"), ("WM/PartOfSet", "1/2"), ("WM/Year", "2019"), ("WM/Genre", "Electronic"),
    ):
        file.tags[attribute] = text
    file.save(padding=lambda info: 0)


def id3v1(name):
    """ID3v1.1: Latin-1 in fields of fixed length, the track in the last byte of the comment, genre 52."""
    def field(text, length):
        return text.encode("latin-1")[:length].ljust(length, b"\0")

    with open(name, "ab") as file:
        file.write(b"TAG" + field(TITLE, 30) + field(ARTIST, 30) + field(ALBUM, 30) + b"2019"
                   + field("", 28) + bytes([0, 3, 52]))


def pictures():
    with open("picture.png", "rb") as png, open("picture.jpg", "rb") as jpeg:
        front, back = png.read(), jpeg.read()
    mp3 = ID3("tone-picture.mp3")
    mp3.add(APIC(encoding=3, mime="image/png", type=3, desc="Regen", data=front))
    mp3.add(APIC(encoding=3, mime="image/jpeg", type=4, desc="", data=back))
    mp3.save(padding=lambda info: 0)
    flac = FLAC("tone-picture.flac")
    for kind, mime, text, data, width, height in (
        (3, "image/png", "Regen", front, 24, 16), (4, "image/jpeg", "", back, 32, 20),
    ):
        picture = Picture()
        picture.type, picture.mime, picture.desc, picture.data = kind, mime, text, data
        picture.width, picture.height, picture.depth = width, height, 24
        flac.add_picture(picture)
    flac.save(padding=lambda info: 0)


wave("tone.wav")
asf("tone.wma")
id3v1("tone-id3v1.mp3")
pictures()
