-- what follows from other rows is made anew when the library is opened: by the tables of today
DELETE FROM track_artist;
DELETE FROM track_genre;
UPDATE artist SET tracks = 0, albums = 0;
UPDATE genre SET tracks = 0;
UPDATE album SET tracks = 0;
UPDATE playlist SET (entries, duration_ms, waiting) = (
  SELECT count(*), coalesce(sum(coalesce(t.duration_ms, e.duration_ms)), 0), count(*) - count(e.track_id)
  FROM playlist_entry e LEFT JOIN track t ON t.id = e.track_id WHERE e.playlist_id = playlist.id);
UPDATE track SET visible = 0
  WHERE id NOT IN (SELECT track_id FROM file WHERE track_id IS NOT NULL AND state <> 4);
UPDATE file SET state = 0, priority = 2
  WHERE state IN (1, 2) AND id NOT IN (SELECT file_id FROM file_tags);
DELETE FROM late_index;
