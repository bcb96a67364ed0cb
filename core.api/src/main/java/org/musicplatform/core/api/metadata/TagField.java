package org.musicplatform.core.api.metadata;

/**
 * The fields that every tag format is mapped to. Names follow MusicBrainz Picard's tag names.
 *
 * <p>New constants may be added in a minor version: switch over this type with a default branch.
 */
public enum TagField {
    /** Title of the track. */
    TITLE,
    /** Artist of the track as it is to be shown; one value. */
    ARTIST,
    /** The single artists of the track, one value each. */
    ARTISTS,
    /** Title of the album. */
    ALBUM,
    /** Artist of the album as it is to be shown; one value. */
    ALBUM_ARTIST,
    /** The single artists of the album, one value each. */
    ALBUM_ARTISTS,
    /** Number of the track on its disc, digits. */
    TRACK_NUMBER,
    /** How many tracks the disc has, digits. */
    TRACK_TOTAL,
    /** Number of the disc, digits. */
    DISC_NUMBER,
    /** How many discs the album has, digits. */
    DISC_TOTAL,
    /** Title of the disc. */
    DISC_SUBTITLE,
    /** Release date as far as known: {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}. */
    DATE,
    /** First release of this music, in the form of {@link #DATE}. */
    ORIGINAL_DATE,
    /** Genres, one value each. */
    GENRE,
    /** Composers, one value each. */
    COMPOSER,
    /** Conductors, one value each. */
    CONDUCTOR,
    /** Writers of the text, one value each. */
    LYRICIST,
    /** Arrangers, one value each. */
    ARRANGER,
    /** Remixers, one value each. */
    REMIXER,
    /** Producers, one value each. */
    PRODUCER,
    /** Performers, as {@code name (instrument)}, one value each. */
    PERFORMER,
    /** {@code 1} when the album is a compilation of several artists. */
    COMPILATION,
    /** Free comment. */
    COMMENT,
    /** Piece that movements belong to. */
    WORK,
    /** Grouping of tracks. */
    GROUPING,
    /** Mood. */
    MOOD,
    /** Language of the text. */
    LANGUAGE,
    /** Record labels, one value each. */
    LABEL,
    /** Catalogue numbers, one value each. */
    CATALOG_NUMBER,
    /** Barcode of the release. */
    BARCODE,
    /** International Standard Recording Codes, one value each. */
    ISRC,
    /** Beats per minute, a number. */
    BPM,
    /** Musical key. */
    KEY,
    /** What made the file. */
    ENCODER,
    /** Who owns it. */
    COPYRIGHT,
    /** Who holds the licence, or its address. */
    LICENSE,
    /** Web address. */
    WEBSITE,
    /** Subtitle of the track. */
    SUBTITLE,
    /** Movement of a {@link #WORK}. */
    MOVEMENT,
    /** Number of the movement, digits. */
    MOVEMENT_NUMBER,
    /** How many movements the work has, digits. */
    MOVEMENT_TOTAL,
    /** {@code 1} when the work and the movement are to be shown in place of the title. */
    SHOW_MOVEMENT,
    /** Sound engineers, one value each. */
    ENGINEER,
    /** Mixing engineers, one value each. */
    MIXER,
    /** DJ mixers, one value each. */
    DJ_MIXER,
    /** Directors, one value each. */
    DIRECTOR,
    /** Writers of music or text, one value each. */
    WRITER,
    /** When it was recorded, in the form of {@link #DATE}. */
    RECORDING_DATE,
    /** Kind of disc or file: CD, Digital Media. */
    MEDIA,
    /** Country of the release. */
    RELEASE_COUNTRY,
    /** Status of the release, e.g. {@code official}. */
    RELEASE_STATUS,
    /** Kinds of the release, e.g. {@code album}, {@code live}; one value each. */
    RELEASE_TYPE,
    /** Script of the release, ISO 15924. */
    SCRIPT,
    /** ASIN of the release. */
    ASIN,
    /** {@code 1} when it plays on into its neighbours. */
    GAPLESS,
    /** CUE sheet inside the file, as it stands. */
    CUE_SHEET,
    /** Title for sorting. */
    TITLE_SORT,
    /** Artist for sorting. */
    ARTIST_SORT,
    /** Album for sorting. */
    ALBUM_SORT,
    /** Album artist for sorting. */
    ALBUM_ARTIST_SORT,
    /** Composer for sorting. */
    COMPOSER_SORT,
    /** Lyrics, plain or LRC. */
    LYRICS,
    /** Rating, 0 to 100. */
    RATING,
    /** MusicBrainz recording id. */
    MUSICBRAINZ_RECORDING_ID,
    /** MusicBrainz id of the track on its release. */
    MUSICBRAINZ_TRACK_ID,
    /** MusicBrainz release id. */
    MUSICBRAINZ_RELEASE_ID,
    /** MusicBrainz release group id. */
    MUSICBRAINZ_RELEASE_GROUP_ID,
    /** MusicBrainz artist ids, one value each. */
    MUSICBRAINZ_ARTIST_ID,
    /** MusicBrainz ids of the album artists, one value each. */
    MUSICBRAINZ_ALBUM_ARTIST_ID,
    /** MusicBrainz work id. */
    MUSICBRAINZ_WORK_ID,
    /** MusicBrainz disc id. */
    MUSICBRAINZ_DISC_ID,
    /** AcoustID. */
    ACOUSTID_ID,
    /** AcoustID fingerprint. */
    ACOUSTID_FINGERPRINT,
    /** ReplayGain of the track, e.g. {@code -7.03 dB}. */
    REPLAYGAIN_TRACK_GAIN,
    /** ReplayGain peak of the track, 1.0 is full scale. */
    REPLAYGAIN_TRACK_PEAK,
    /** ReplayGain of the album. */
    REPLAYGAIN_ALBUM_GAIN,
    /** ReplayGain peak of the album. */
    REPLAYGAIN_ALBUM_PEAK,
    /** EBU R128 gain of the track in Opus, in 1/256 dB to -23 LUFS, a whole number (RFC 7845, 5.2.1). */
    R128_TRACK_GAIN,
    /** EBU R128 gain of the album in Opus, in the form of {@link #R128_TRACK_GAIN}. */
    R128_ALBUM_GAIN
}
