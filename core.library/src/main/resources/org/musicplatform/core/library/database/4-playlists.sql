CREATE TABLE playlist (
  id INTEGER PRIMARY KEY AUTOINCREMENT, listener_id INTEGER NOT NULL REFERENCES listener (id), name TEXT NOT NULL,
  name_key TEXT NOT NULL, sort TEXT NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL,
  UNIQUE (listener_id, name_key));

CREATE TABLE playlist_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT, playlist_id INTEGER NOT NULL REFERENCES playlist (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, track_id INTEGER REFERENCES track (id), title TEXT NOT NULL, artist TEXT, album TEXT,
  duration_ms INTEGER, location TEXT, UNIQUE (playlist_id, position));
CREATE INDEX playlist_entry_track ON playlist_entry (track_id) WHERE track_id IS NOT NULL;
CREATE INDEX playlist_entry_waiting ON playlist_entry (id) WHERE track_id IS NULL;
