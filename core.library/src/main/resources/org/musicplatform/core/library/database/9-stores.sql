-- pictures are of artists and playlists, too; what is known of them tells which state of a file it is from, where
-- nothing was found, and when to look again

DROP TRIGGER track_gone;
DROP TRIGGER album_gone;
DROP TRIGGER playlist_gone;

CREATE TABLE new_artwork_use (
  subject INTEGER NOT NULL, subject_id INTEGER NOT NULL, kind TEXT NOT NULL, origin TEXT NOT NULL,
  artwork_id INTEGER REFERENCES artwork (id), state TEXT, checked INTEGER NOT NULL, again INTEGER,
  PRIMARY KEY (subject, subject_id, kind, origin)) WITHOUT ROWID;
INSERT OR IGNORE INTO new_artwork_use (subject, subject_id, kind, origin, artwork_id, checked)
  SELECT iif(u.track_id IS NULL, 1, 0), coalesce(u.track_id, u.album_id), upper(u.kind), u.origin, u.artwork_id, w.stored
  FROM artwork_use u JOIN artwork w ON w.id = u.artwork_id;
DROP TABLE artwork_use;
ALTER TABLE new_artwork_use RENAME TO artwork_use;
CREATE INDEX artwork_use_artwork ON artwork_use (artwork_id) WHERE artwork_id IS NOT NULL;

-- since when nothing refers to it
ALTER TABLE artwork ADD COLUMN unused INTEGER;

CREATE TRIGGER track_gone AFTER DELETE ON track BEGIN
  DELETE FROM track_artist WHERE track_id = old.id; DELETE FROM track_genre WHERE track_id = old.id; --
  DELETE FROM override WHERE track_id = old.id; DELETE FROM lyrics WHERE track_id = old.id; --
  DELETE FROM artwork_use WHERE subject = 0 AND subject_id = old.id; DELETE FROM annotation WHERE track_id = old.id; END;
CREATE TRIGGER album_gone AFTER DELETE ON album BEGIN
  DELETE FROM album_folder WHERE album_id = old.id; DELETE FROM artwork_use WHERE subject = 1 AND subject_id = old.id; END;
CREATE TRIGGER artist_gone AFTER DELETE ON artist BEGIN
  DELETE FROM artwork_use WHERE subject = 2 AND subject_id = old.id; END;
CREATE TRIGGER playlist_gone AFTER DELETE ON playlist BEGIN
  DELETE FROM playlist_entry WHERE playlist_id = old.id; DELETE FROM artwork_use WHERE subject = 3 AND subject_id = old.id; END;
