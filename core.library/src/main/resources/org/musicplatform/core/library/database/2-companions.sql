CREATE TABLE companion (
  id INTEGER PRIMARY KEY AUTOINCREMENT, source_id INTEGER NOT NULL REFERENCES source (id), item_id TEXT NOT NULL,
  kind TEXT NOT NULL, name TEXT NOT NULL, folder TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER,
  modified_nano INTEGER, etag TEXT, hash TEXT, UNIQUE (source_id, item_id));
CREATE INDEX companion_folder ON companion (source_id, folder);
