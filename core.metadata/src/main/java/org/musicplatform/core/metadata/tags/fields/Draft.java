package org.musicplatform.core.metadata.tags.fields;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.musicplatform.core.api.metadata.Chapter;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.Picture;
import org.musicplatform.core.api.metadata.TagReading;

/** What was found in a file so far. */
public final class Draft {

    /** More pictures, lyrics or chapters than this are left out. */
    private static final int MOST = 1_000;

    private final String reader;
    private final Sound sound = new Sound();
    private final List<TagBlock> blocks = new ArrayList<>(2);
    private final List<Picture> pictures = new ArrayList<>(0);
    private final List<PictureBytes> pictureBytes = new ArrayList<>(0);
    private final List<Lyrics> lyrics = new ArrayList<>(0);
    private final List<Chapter> chapters = new ArrayList<>(0);
    private final List<Runnable> whenSoundIsKnown = new ArrayList<>(0);
    private final List<String> warnings = new ArrayList<>(0);

    /** Begins a reading by the reader of this id. */
    public Draft(String reader) {
        this.reader = reader;
    }

    /** The technical properties. */
    public Sound sound() {
        return sound;
    }

    /**
     * Begins a tag.
     *
     * @param priority tags with a higher one win where both have a field; of equal ones the first
     */
    public TagBlock tag(TagFormat format, int priority) {
        var block = new TagBlock(format, priority);
        blocks.add(block);
        return block;
    }

    /** Adds a picture, and how to get at its bytes. */
    public void picture(Picture picture, PictureBytes bytes) {
        if (pictures.size() < MOST) {
            pictures.add(picture);
            pictureBytes.add(bytes);
        }
    }

    /** Does something that needs the technical properties, when all of them are there. */
    public void whenSoundIsKnown(Runnable action) {
        whenSoundIsKnown.add(action);
    }

    /** Adds lyrics that say more than a text in a tag can. */
    public void lyrics(Lyrics text) {
        if (lyrics.size() < MOST) {
            lyrics.add(text);
        }
    }

    /** Adds a chapter. */
    public void chapter(Duration start, Duration end, String title) {
        if (chapters.size() < MOST) {
            chapters.add(new Chapter(start, end, title));
        }
    }

    /** Tells whether there are chapters so far. */
    public boolean hasChapters() {
        return !chapters.isEmpty();
    }

    /** Notes what is wrong with the file, once. */
    public void warn(String sentence) {
        if (warnings.size() < 20 && !warnings.contains(sentence)) {
            warnings.add(sentence);
        }
    }

    /** How to get at the bytes of the pictures, in their order. */
    public List<PictureBytes> pictureBytes() {
        return pictureBytes;
    }

    /** Tells whether any tag was found. */
    public boolean hasTags() {
        return blocks.stream().anyMatch(block -> !block.entries().isEmpty());
    }

    /** Puts together what was found. */
    public TagReading reading(LegacyText legacy) {
        if (blocks.size() > 1) {
            blocks.sort(Comparator.comparingInt(TagBlock::priority).reversed());
        }
        var mapping = new FieldMapping(legacy);
        blocks.forEach(mapping::add);
        mapping.finish();
        whenSoundIsKnown.forEach(Runnable::run);
        var texts = lyrics.isEmpty() ? mapping.lyrics() : lyrics;
        texts.sort(Comparator.comparing(Lyrics::synced).reversed());
        if (chapters.size() > 1) {
            chapters.sort(Comparator.comparing(Chapter::start));
        }
        var tags = mapping.tags();
        return new TagReading(
                sound.properties(), tags, pictures, texts, chapters, mapping.clips(sound), warnings, reader);
    }
}
