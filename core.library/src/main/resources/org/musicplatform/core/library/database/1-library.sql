CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta (name, value) VALUES ('revision', 0);

CREATE TABLE source (
  id INTEGER PRIMARY KEY AUTOINCREMENT, provider TEXT NOT NULL, location TEXT NOT NULL, name TEXT NOT NULL,
  state TEXT NOT NULL, reason TEXT NOT NULL, last_sync INTEGER, cursor TEXT, UNIQUE (provider, location));

CREATE TABLE artist (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, sort TEXT NOT NULL);
CREATE INDEX artist_sort ON artist (sort, id);

CREATE TABLE album (
  id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, title_key TEXT NOT NULL, sort TEXT NOT NULL,
  tag_artist TEXT, tag_artist_key TEXT, artist TEXT, artist_id INTEGER REFERENCES artist (id), release_id TEXT,
  year INTEGER, tag_compilation INTEGER NOT NULL, compilation INTEGER NOT NULL, reason TEXT NOT NULL);
CREATE INDEX album_sort ON album (sort, id);
CREATE INDEX album_key ON album (title_key);
CREATE INDEX album_release ON album (release_id) WHERE release_id IS NOT NULL;
CREATE INDEX album_artist ON album (artist_id);

CREATE TABLE album_folder (
  album_id INTEGER NOT NULL REFERENCES album (id) ON DELETE CASCADE, source_id INTEGER NOT NULL, folder TEXT NOT NULL,
  PRIMARY KEY (album_id, source_id, folder)) WITHOUT ROWID;

CREATE TABLE track (
  id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, sort TEXT NOT NULL, artist TEXT,
  album_id INTEGER REFERENCES album (id), album_sort TEXT NOT NULL,
  track_no INTEGER, track_total INTEGER, disc_no INTEGER, disc_total INTEGER,
  duration_ms INTEGER, date TEXT, year INTEGER, genres TEXT NOT NULL, recording_id TEXT, match_key TEXT,
  visible INTEGER NOT NULL, added INTEGER NOT NULL);
CREATE INDEX track_sort ON track (sort, id) WHERE visible = 1;
CREATE INDEX track_album ON track (album_id, album_sort, id) WHERE album_id IS NOT NULL;
CREATE INDEX track_recording ON track (recording_id) WHERE recording_id IS NOT NULL;
CREATE INDEX track_match ON track (match_key) WHERE match_key IS NOT NULL;

CREATE TABLE track_artist (
  track_id INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE, role TEXT NOT NULL, position INTEGER NOT NULL,
  artist_id INTEGER NOT NULL REFERENCES artist (id), PRIMARY KEY (track_id, role, position)) WITHOUT ROWID;
CREATE INDEX track_artist_artist ON track_artist (artist_id, track_id);

CREATE TABLE track_genre (
  track_id INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE, genre_key TEXT NOT NULL,
  PRIMARY KEY (track_id, genre_key)) WITHOUT ROWID;
CREATE INDEX track_genre_key ON track_genre (genre_key, track_id);

CREATE TABLE file (
  id INTEGER PRIMARY KEY AUTOINCREMENT, source_id INTEGER NOT NULL REFERENCES source (id), item_id TEXT NOT NULL,
  name TEXT NOT NULL, folder TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER, modified_nano INTEGER,
  etag TEXT, hash TEXT, clip_start INTEGER NOT NULL DEFAULT 0, clip_end INTEGER,
  track_id INTEGER NOT NULL REFERENCES track (id),
  state TEXT NOT NULL, prior_state TEXT, priority INTEGER NOT NULL, lease INTEGER, missing_since INTEGER,
  code TEXT, reason TEXT NOT NULL DEFAULT '', container TEXT, codec TEXT, duration_ms INTEGER,
  duration_estimated INTEGER NOT NULL DEFAULT 0, bitrate INTEGER, sample_rate INTEGER, channels INTEGER, bits INTEGER,
  reader TEXT, tags TEXT, UNIQUE (source_id, item_id, clip_start));
CREATE INDEX file_queue ON file (source_id, priority, folder, name) WHERE state = 'QUEUED' AND lease IS NULL;
CREATE INDEX file_lease ON file (source_id) WHERE lease IS NOT NULL;
CREATE INDEX file_track ON file (track_id);
CREATE INDEX file_folder ON file (folder);

CREATE VIRTUAL TABLE track_search USING fts5 (
  title, artist, album, genre, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3');
CREATE VIRTUAL TABLE album_search USING fts5 (
  title, artist, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3');
CREATE VIRTUAL TABLE artist_search USING fts5 (
  name, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3');
CREATE VIRTUAL TABLE name_search USING fts5 (name, content='', contentless_delete=1, tokenize='trigram');
