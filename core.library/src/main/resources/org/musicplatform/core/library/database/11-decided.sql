-- what a person decided on albums holds for tracks that come later, and services that tell something have a name

-- the album that a person made it a part of
ALTER TABLE album ADD COLUMN merged_into INTEGER REFERENCES album (id);

ALTER TABLE override ADD COLUMN service TEXT;
