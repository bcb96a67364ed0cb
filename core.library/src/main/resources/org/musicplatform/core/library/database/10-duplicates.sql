-- files that hold the same bytes and are different tracks: what is known of their contents, and which wait for a decision

-- of files that looked alike; a row counts while the file has the version that it had then
CREATE TABLE content (
  file_id INTEGER PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER, modified_nano INTEGER, hash TEXT NOT NULL);
CREATE INDEX content_hash ON content (hash, size);
CREATE TRIGGER file_content_gone AFTER DELETE ON file BEGIN DELETE FROM content WHERE file_id = old.id; END;

CREATE TABLE duplicate (
  id INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL, size INTEGER NOT NULL, found INTEGER NOT NULL,
  settled INTEGER, UNIQUE (hash, size));

-- the policy, and up to which revision tracks were compared
INSERT INTO meta (name, value) VALUES ('duplicates', 0), ('compared', 0);
