CREATE TABLE play (
  id INTEGER PRIMARY KEY AUTOINCREMENT, listener_id INTEGER NOT NULL REFERENCES listener (id),
  track_id INTEGER NOT NULL REFERENCES track (id), started INTEGER NOT NULL, heard_ms INTEGER NOT NULL,
  counted INTEGER NOT NULL);
CREATE INDEX play_started ON play (listener_id, started, id);
CREATE INDEX play_track ON play (track_id);

ALTER TABLE annotation ADD COLUMN plays INTEGER NOT NULL DEFAULT 0;
ALTER TABLE annotation ADD COLUMN last_played INTEGER;
