CREATE TABLE listener (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
INSERT INTO listener (id, name) VALUES (1, '');

CREATE TABLE annotation (
  listener_id INTEGER NOT NULL REFERENCES listener (id), track_id INTEGER NOT NULL REFERENCES track (id),
  rating INTEGER NOT NULL DEFAULT 0, favourite INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL,
  PRIMARY KEY (listener_id, track_id)) WITHOUT ROWID;
CREATE INDEX annotation_track ON annotation (track_id);
CREATE INDEX annotation_favourite ON annotation (listener_id, track_id) WHERE favourite = 1;
CREATE INDEX annotation_rating ON annotation (listener_id, rating, track_id) WHERE rating > 0;
