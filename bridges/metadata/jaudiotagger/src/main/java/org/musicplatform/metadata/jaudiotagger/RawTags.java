package org.musicplatform.metadata.jaudiotagger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagField;
import org.jaudiotagger.tag.TagTextField;
import org.jaudiotagger.tag.aiff.AiffTag;
import org.jaudiotagger.tag.id3.AbstractTagFrame;
import org.jaudiotagger.tag.id3.framebody.FrameBodyCOMM;
import org.jaudiotagger.tag.id3.framebody.FrameBodyTXXX;
import org.jaudiotagger.tag.wav.WavInfoTag;
import org.jaudiotagger.tag.wav.WavTag;

/** The fields of a tag by the names that the format uses. */
final class RawTags {

    private RawTags() {}

    /** Returns the tag that a chunk of another format wraps. */
    static Tag unwrapped(Tag tag) {
        if (tag instanceof WavTag wave) {
            return wave.isExistingId3Tag() || wave.getInfoTag() == null ? wave.getID3Tag() : wave.getInfoTag();
        }
        return tag instanceof AiffTag aiff && aiff.getID3Tag() != null ? aiff.getID3Tag() : tag;
    }

    static Map<String, List<String>> of(Tag tag, List<String> warnings) {
        var raw = new LinkedHashMap<String, List<String>>();
        try {
            add(raw, tag.getFields());
            if (tag instanceof WavInfoTag info) {
                add(raw, info.getUnrecognisedFields().iterator());
            }
        } catch (UnsupportedOperationException none) {
            // this kind of tag cannot list its fields
        } catch (RuntimeException damaged) {
            TagMapping.warn(warnings);
        }
        return raw;
    }

    private static void add(Map<String, List<String>> raw, Iterator<? extends TagField> all) {
        while (all.hasNext()) {
            var field = all.next();
            if (!field.isBinary() && field instanceof TagTextField text) {
                String id = text.getId();
                String content = text.getContent();
                if (field instanceof AbstractTagFrame frame && frame.getBody() instanceof FrameBodyTXXX named) {
                    id += ":" + named.getDescription();
                    content = named.getText();
                }
                if (field instanceof AbstractTagFrame frame && frame.getBody() instanceof FrameBodyCOMM comment) {
                    id += comment.getDescription().isEmpty() ? "" : ":" + comment.getDescription();
                    content = comment.getText();
                }
                var values = TagMapping.clean(content == null ? List.of() : List.of(content));
                if (!values.isEmpty()) {
                    raw.computeIfAbsent(id, any -> new ArrayList<>()).addAll(values);
                }
            }
        }
    }
}
