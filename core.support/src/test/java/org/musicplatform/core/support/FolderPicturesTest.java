package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FolderPicturesTest {

    @Test
    void the_cover_comes_first_and_the_artist_last() {
        assertEquals(0, FolderPictures.rank("Cover.JPG"));
        assertTrue(FolderPictures.rank("cover.jpg") < FolderPictures.rank("folder.png"));
        assertTrue(FolderPictures.rank("front.webp") < FolderPictures.rank("artist.jpg"));
        assertEquals(3, FolderPictures.type("AlbumArt_{22AF1F95-4F8A-4B5C-9D7E-0C0FD4A0B9B1}_Large.jpg"));
        assertEquals(3, FolderPictures.type("cover (2).jpg"));
        assertEquals(4, FolderPictures.type("back.jpg"));
    }

    @Test
    void other_pictures_and_other_files_are_left_out() {
        assertEquals(-1, FolderPictures.rank("IMG_2041.jpg"));
        assertEquals(-1, FolderPictures.rank("cover.txt"));
        assertEquals(-1, FolderPictures.rank("cover"));
        assertEquals(-1, FolderPictures.rank(".jpg"));
    }
}
