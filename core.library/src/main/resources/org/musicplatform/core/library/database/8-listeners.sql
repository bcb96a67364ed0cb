-- playlists of rules and for several listeners; what is told of tracks that are not there waits for them

ALTER TABLE playlist ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;
ALTER TABLE playlist_entry ADD COLUMN recording_id TEXT;
UPDATE playlist SET (entries, duration_ms, waiting) = (
  SELECT count(*), coalesce(sum(coalesce(t.duration_ms, e.duration_ms)), 0), count(*) - count(e.track_id)
  FROM playlist_entry e LEFT JOIN track t ON t.id = e.track_id WHERE e.playlist_id = playlist.id);
CREATE INDEX playlist_smart ON playlist (id) WHERE rules IS NOT NULL;
CREATE INDEX playlist_shared ON playlist (sort, id) WHERE shared = 1;

-- lines of imported user data that fit no track yet
CREATE TABLE waiting (
  id INTEGER PRIMARY KEY AUTOINCREMENT, listener_id INTEGER NOT NULL REFERENCES listener (id), line TEXT NOT NULL,
  UNIQUE (listener_id, line));

-- up to which revision tracks were tried on what waits
INSERT INTO meta (name, value) VALUES ('tried', 0);
