CREATE TABLE change (track_id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, removed INTEGER NOT NULL);
INSERT INTO change (track_id, revision, removed)
  SELECT id, (SELECT value FROM meta WHERE name = 'revision'), 1 - visible FROM track;
CREATE INDEX change_revision ON change (revision, track_id);
