-- a first index writes without the indexes that only lists and questions need

-- those that are to be made, and how
CREATE TABLE late_index (name TEXT PRIMARY KEY, statement TEXT NOT NULL) WITHOUT ROWID;
