-- folders, genres, artwork, lyrics, decisions and jobs become rows of their own; what is read of files moves out of the
-- rows that a look at a source goes through; what follows from tags is made anew when the library is opened

CREATE TABLE folder (
  id INTEGER PRIMARY KEY AUTOINCREMENT, source_id INTEGER NOT NULL REFERENCES source (id), parent_id INTEGER REFERENCES folder (id),
  path TEXT NOT NULL, name TEXT NOT NULL, sort TEXT NOT NULL, files INTEGER NOT NULL DEFAULT 0,
  UNIQUE (source_id, path));
INSERT INTO folder (source_id, path, name, sort)
  WITH RECURSIVE above (source_id, path) AS (
    SELECT source_id, folder FROM file UNION SELECT source_id, folder FROM companion
    UNION SELECT source_id, folder FROM album_folder UNION SELECT id, '' FROM source
    UNION SELECT source_id, rtrim(rtrim(path, replace(path, '/', '')), '/') FROM above WHERE path <> '')
  SELECT source_id, path, substr(path, length(rtrim(path, replace(path, '/', ''))) + 1), lower(path) FROM above
    ORDER BY source_id, path;
UPDATE folder SET parent_id = (SELECT p.id FROM folder p WHERE p.source_id = folder.source_id
  AND p.path = rtrim(rtrim(folder.path, replace(folder.path, '/', '')), '/')) WHERE path <> '';
CREATE INDEX folder_parent ON folder (parent_id, sort, id);
CREATE INDEX folder_sort ON folder (sort, id) WHERE files > 0;

ALTER TABLE source ADD COLUMN identity TEXT;
ALTER TABLE source ADD COLUMN held_identity TEXT;

-- files that the last look at a source that is held did not find
CREATE TABLE held (source_id INTEGER NOT NULL, file_id INTEGER NOT NULL, PRIMARY KEY (source_id, file_id)) WITHOUT ROWID;

CREATE TABLE place (
  id INTEGER PRIMARY KEY AUTOINCREMENT, source_id INTEGER NOT NULL REFERENCES source (id), prefix TEXT NOT NULL,
  UNIQUE (source_id, prefix));
INSERT INTO place (source_id, prefix)
  SELECT DISTINCT source_id, rtrim(item_id, replace(item_id, '/', '')) FROM file ORDER BY 1, 2;

CREATE TABLE format (
  id INTEGER PRIMARY KEY AUTOINCREMENT, container TEXT, codec TEXT, reader TEXT NOT NULL);
INSERT INTO format (container, codec, reader) SELECT DISTINCT container, codec, reader FROM file WHERE reader IS NOT NULL;

CREATE TABLE new_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT, track_id INTEGER REFERENCES track (id), source_id INTEGER NOT NULL REFERENCES source (id),
  folder_id INTEGER NOT NULL REFERENCES folder (id), place_id INTEGER NOT NULL REFERENCES place (id),
  state INTEGER NOT NULL, prior_state INTEGER, priority INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  due INTEGER, missing_since INTEGER, bound INTEGER NOT NULL DEFAULT 0,
  clip_start INTEGER NOT NULL DEFAULT 0, clip_end INTEGER,
  size INTEGER NOT NULL, modified INTEGER, modified_nano INTEGER,
  format_id INTEGER REFERENCES format (id), duration_ms INTEGER, duration_estimated INTEGER, bitrate INTEGER,
  sample_rate INTEGER, channels INTEGER, bits INTEGER,
  leaf TEXT NOT NULL, name TEXT, etag TEXT, hash TEXT, code TEXT, reason TEXT, room BLOB,
  UNIQUE (place_id, leaf, clip_start));
INSERT INTO new_file
  SELECT f.id, f.track_id, f.source_id, d.id, p.id,
    CASE f.state WHEN 'QUEUED' THEN 0 WHEN 'READY' THEN 1 WHEN 'PARTIAL' THEN 2 WHEN 'FAILED' THEN 3 ELSE 4 END,
    CASE f.prior_state WHEN 'QUEUED' THEN 0 WHEN 'READY' THEN 1 WHEN 'PARTIAL' THEN 2 WHEN 'FAILED' THEN 3 END,
    f.priority + 1, 0, NULL, f.missing_since, 0, f.clip_start, f.clip_end, f.size, f.modified, f.modified_nano,
    (SELECT o.id FROM format o WHERE o.container IS f.container AND o.codec IS f.codec AND o.reader = f.reader),
    f.duration_ms, f.duration_estimated, f.bitrate, f.sample_rate, f.channels, f.bits,
    substr(f.item_id, length(p.prefix) + 1), nullif(f.name, substr(f.item_id, length(p.prefix) + 1)),
    f.etag, f.hash, f.code, nullif(f.reason, ''), NULL
  FROM file f JOIN folder d ON d.source_id = f.source_id AND d.path = f.folder
    JOIN place p ON p.source_id = f.source_id AND p.prefix = rtrim(f.item_id, replace(f.item_id, '/', ''));
CREATE TABLE file_tags (file_id INTEGER PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE, tags TEXT NOT NULL);
INSERT INTO file_tags SELECT id, tags FROM file WHERE tags IS NOT NULL;
UPDATE sqlite_sequence SET seq = max(seq, (SELECT o.seq FROM sqlite_sequence o WHERE o.name = 'file'))
  WHERE name = 'new_file';
DROP TABLE file;
ALTER TABLE new_file RENAME TO file;
CREATE INDEX file_queue ON file (source_id, priority, folder_id, id, due) WHERE state = 0;
CREATE INDEX file_track ON file (track_id, source_id, folder_id, state, format_id) WHERE track_id IS NOT NULL;
CREATE INDEX file_source ON file (source_id, track_id, state) WHERE track_id IS NOT NULL;
CREATE INDEX file_folder ON file (folder_id, id);
CREATE INDEX file_missing ON file (source_id, id) WHERE state = 4;
CREATE INDEX file_failed ON file (source_id, id) WHERE state = 3;

CREATE TABLE new_companion (
  id INTEGER PRIMARY KEY AUTOINCREMENT, source_id INTEGER NOT NULL REFERENCES source (id),
  folder_id INTEGER NOT NULL REFERENCES folder (id), item_id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  size INTEGER NOT NULL, modified INTEGER, modified_nano INTEGER, etag TEXT, hash TEXT, UNIQUE (source_id, item_id));
INSERT INTO new_companion
  SELECT c.id, c.source_id, d.id, c.item_id, c.kind, c.name, c.size, c.modified, c.modified_nano, c.etag, c.hash
  FROM companion c JOIN folder d ON d.source_id = c.source_id AND d.path = c.folder;
DROP TABLE companion;
ALTER TABLE new_companion RENAME TO companion;
CREATE INDEX companion_folder ON companion (folder_id);

DROP INDEX artist_sort;
ALTER TABLE artist ADD COLUMN tracks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE artist ADD COLUMN albums INTEGER NOT NULL DEFAULT 0;
CREATE INDEX artist_sort ON artist (sort, id) WHERE tracks > 0 OR albums > 0;

CREATE TABLE genre (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, sort TEXT NOT NULL,
  tracks INTEGER NOT NULL DEFAULT 0);
CREATE INDEX genre_sort ON genre (sort, id) WHERE tracks > 0;

DROP INDEX album_sort;
DROP INDEX album_artist;
ALTER TABLE album ADD COLUMN artist_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE album ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE album ADD COLUMN tracks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE album ADD COLUMN duration_ms INTEGER NOT NULL DEFAULT 0;
CREATE INDEX album_sort ON album (sort, id) WHERE tracks > 0;
CREATE INDEX album_artist_sort ON album (artist_sort, sort, id) WHERE tracks > 0;
CREATE INDEX album_year ON album (year, id) WHERE tracks > 0;
CREATE INDEX album_artist ON album (artist_id, sort, id);

CREATE TABLE new_album_folder (
  album_id INTEGER NOT NULL REFERENCES album (id) ON DELETE CASCADE,
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  PRIMARY KEY (album_id, folder_id)) WITHOUT ROWID;
INSERT INTO new_album_folder
  SELECT a.album_id, d.id FROM album_folder a JOIN folder d ON d.source_id = a.source_id AND d.path = a.folder;
DROP TABLE album_folder;
ALTER TABLE new_album_folder RENAME TO album_folder;

CREATE TABLE new_track (
  id INTEGER PRIMARY KEY AUTOINCREMENT, visible INTEGER NOT NULL, revision INTEGER NOT NULL, added INTEGER NOT NULL,
  album_id INTEGER REFERENCES album (id), album_place INTEGER NOT NULL, album_bound INTEGER NOT NULL, year INTEGER, duration_ms INTEGER,
  track_no INTEGER, track_total INTEGER, disc_no INTEGER, disc_total INTEGER,
  match_key INTEGER, recording_id TEXT, title TEXT NOT NULL, sort TEXT NOT NULL, artist TEXT,
  artist_sort TEXT NOT NULL, album_sort TEXT NOT NULL, date TEXT, genres TEXT NOT NULL);
INSERT INTO new_track
  SELECT t.id, t.visible, coalesce((SELECT c.revision FROM change c WHERE c.track_id = t.id), 0), t.added, t.album_id, 0,
    0, t.year, t.duration_ms, t.track_no, t.track_total, t.disc_no, t.disc_total, NULL, t.recording_id, t.title, t.sort,
    t.artist, '', '', t.date, t.genres
  FROM track t;
UPDATE sqlite_sequence SET seq = max(seq, (SELECT o.seq FROM sqlite_sequence o WHERE o.name = 'track'))
  WHERE name = 'new_track';
DROP TABLE track;
ALTER TABLE new_track RENAME TO track;
CREATE INDEX track_title ON track (sort, id) WHERE visible = 1;
CREATE INDEX track_artist_album ON track (artist_sort, album_sort, album_id, album_place, id) WHERE visible = 1;
CREATE INDEX track_album ON track (album_sort, album_id, album_place, id) WHERE visible = 1;
CREATE INDEX track_year ON track (year, id) WHERE visible = 1;
CREATE INDEX track_duration ON track (duration_ms, id) WHERE visible = 1;
CREATE INDEX track_revision ON track (revision, id);
CREATE INDEX track_hidden ON track (id) WHERE visible = 0;
CREATE INDEX track_hidden_recording ON track (recording_id) WHERE visible = 0 AND recording_id IS NOT NULL;
CREATE INDEX track_hidden_match ON track (match_key) WHERE visible = 0 AND match_key IS NOT NULL;

CREATE TABLE gone (track_id INTEGER PRIMARY KEY, revision INTEGER NOT NULL);
INSERT INTO gone SELECT track_id, revision FROM change WHERE track_id NOT IN (SELECT id FROM track);
CREATE INDEX gone_revision ON gone (revision, track_id);
DROP TABLE change;

DROP TABLE track_artist;
CREATE TABLE track_artist (
  track_id INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE, position INTEGER NOT NULL,
  artist_id INTEGER NOT NULL REFERENCES artist (id), role INTEGER NOT NULL,
  PRIMARY KEY (track_id, position)) WITHOUT ROWID;
CREATE INDEX track_artist_artist ON track_artist (artist_id, track_id, role);

DROP TABLE track_genre;
CREATE TABLE track_genre (
  track_id INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE, position INTEGER NOT NULL,
  genre_id INTEGER NOT NULL REFERENCES genre (id),
  PRIMARY KEY (track_id, position)) WITHOUT ROWID;
CREATE INDEX track_genre_genre ON track_genre (genre_id, track_id);

-- what a person or a service says instead of the tags
CREATE TABLE override (
  track_id INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE, field TEXT NOT NULL, vals TEXT NOT NULL,
  origin INTEGER NOT NULL, changed INTEGER NOT NULL, PRIMARY KEY (track_id, field, origin)) WITHOUT ROWID;

-- merges and splits by hand, and how to take them back
CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT, made INTEGER NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL, undo TEXT NOT NULL,
  undone INTEGER);

CREATE TABLE artwork (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 BLOB NOT NULL UNIQUE, mime TEXT NOT NULL, width INTEGER, height INTEGER,
  size INTEGER NOT NULL, stored INTEGER NOT NULL);
CREATE TABLE artwork_use (
  artwork_id INTEGER NOT NULL REFERENCES artwork (id), album_id INTEGER REFERENCES album (id) ON DELETE CASCADE,
  track_id INTEGER REFERENCES track (id) ON DELETE CASCADE, kind TEXT NOT NULL, origin TEXT NOT NULL,
  UNIQUE (album_id, track_id, kind, origin), CHECK ((album_id IS NULL) <> (track_id IS NULL)));
CREATE INDEX artwork_use_artwork ON artwork_use (artwork_id);
CREATE INDEX artwork_use_track ON artwork_use (track_id) WHERE track_id IS NOT NULL;

CREATE TABLE lyrics (
  track_id INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE, origin TEXT NOT NULL, found INTEGER NOT NULL,
  synced INTEGER NOT NULL, language TEXT, body TEXT NOT NULL, checked INTEGER NOT NULL, again INTEGER,
  PRIMARY KEY (track_id, origin)) WITHOUT ROWID;

CREATE TABLE job (
  id INTEGER PRIMARY KEY, sources TEXT NOT NULL, state TEXT NOT NULL, percent INTEGER NOT NULL, listed INTEGER NOT NULL,
  files INTEGER NOT NULL, done INTEGER NOT NULL, added INTEGER NOT NULL, updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL, missing INTEGER NOT NULL, failed INTEGER NOT NULL, started INTEGER NOT NULL,
  elapsed_ms INTEGER NOT NULL, reason TEXT NOT NULL);

ALTER TABLE playlist ADD COLUMN rules TEXT;
ALTER TABLE playlist ADD COLUMN entries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE playlist ADD COLUMN duration_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE playlist ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE playlist ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
UPDATE playlist SET entries = (SELECT count(*) FROM playlist_entry e WHERE e.playlist_id = playlist.id);

CREATE INDEX annotation_played ON annotation (listener_id, last_played, track_id) WHERE last_played IS NOT NULL;

DROP TABLE track_search;
DROP TABLE album_search;
DROP TABLE artist_search;
DROP TABLE name_search;
CREATE INDEX album_folder_folder ON album_folder (folder_id);

-- what goes with a row, and what keeps it: references are not looked at by SQLite, which would look through all tables
-- that may refer to a track for each one that comes
CREATE TRIGGER track_kept BEFORE DELETE ON track
  WHEN EXISTS (SELECT 1 FROM file WHERE track_id = old.id) OR EXISTS (SELECT 1 FROM play WHERE track_id = old.id)
    OR EXISTS (SELECT 1 FROM playlist_entry WHERE track_id = old.id)
  BEGIN SELECT RAISE (ABORT, 'something refers to the track'); END;
CREATE TRIGGER track_gone AFTER DELETE ON track BEGIN
  DELETE FROM track_artist WHERE track_id = old.id; DELETE FROM track_genre WHERE track_id = old.id; --
  DELETE FROM override WHERE track_id = old.id; DELETE FROM lyrics WHERE track_id = old.id; --
  DELETE FROM artwork_use WHERE track_id = old.id; DELETE FROM annotation WHERE track_id = old.id; END;
CREATE TRIGGER file_gone AFTER DELETE ON file BEGIN DELETE FROM file_tags WHERE file_id = old.id; END;
CREATE TRIGGER folder_kept BEFORE DELETE ON folder WHEN EXISTS (SELECT 1 FROM file WHERE folder_id = old.id)
  BEGIN SELECT RAISE (ABORT, 'a file lies in the folder'); END;
CREATE TRIGGER folder_gone AFTER DELETE ON folder BEGIN DELETE FROM album_folder WHERE folder_id = old.id; END;
CREATE TRIGGER album_gone AFTER DELETE ON album BEGIN
  DELETE FROM album_folder WHERE album_id = old.id; DELETE FROM artwork_use WHERE album_id = old.id; END;
CREATE TRIGGER playlist_gone AFTER DELETE ON playlist
  BEGIN DELETE FROM playlist_entry WHERE playlist_id = old.id; END;

-- new segments are merged late, since that slows a first index; an idle library makes one of all, which is asked fastest
CREATE VIRTUAL TABLE track_search USING fts5 (
  title, artist, album, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
INSERT INTO track_search (track_search, rank) VALUES ('automerge', 16), ('usermerge', 2);
CREATE VIRTUAL TABLE album_search USING fts5 (
  title, artist, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3');
INSERT INTO album_search (album_search, rank) VALUES ('usermerge', 2);
CREATE VIRTUAL TABLE artist_search USING fts5 (
  name, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3');
INSERT INTO artist_search (artist_search, rank) VALUES ('usermerge', 2);
CREATE VIRTUAL TABLE genre_search USING fts5 (
  name, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3');
INSERT INTO genre_search (genre_search, rank) VALUES ('usermerge', 2);
CREATE VIRTUAL TABLE folder_search USING fts5 (
  name, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3');
INSERT INTO folder_search (folder_search, rank) VALUES ('usermerge', 2);
CREATE VIRTUAL TABLE playlist_search USING fts5 (
  name, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3');
INSERT INTO playlist_search (playlist_search, rank) VALUES ('usermerge', 2);
CREATE VIRTUAL TABLE lyrics_search USING fts5 (
  body, content='', contentless_delete=1, tokenize='ascii');
INSERT INTO lyrics_search (lyrics_search, rank) VALUES ('automerge', 16), ('usermerge', 2);

-- every word of names that search knows: what a word begins with, and what is inside of it, is looked up here
CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE word_search USING fts5 (
  word, content='word', content_rowid='id', tokenize='trigram', columnsize=0);
INSERT INTO word_search (word_search, rank) VALUES ('usermerge', 2);

INSERT OR REPLACE INTO meta (name, value) VALUES ('normaliser', 0);
