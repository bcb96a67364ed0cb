package org.musicplatform.core.metadata.tags.riff;

import java.io.IOException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.TagFormat;

/** What broadcasters note of a recording (EBU Tech 3285, 2.3). */
final class BroadcastExtension {

    private static final int SIZE = 348;

    private BroadcastExtension() {}

    static void read(ContentBytes bytes, long at, long size, Draft draft) throws IOException {
        if (size < SIZE) {
            return;
        }
        var tag = draft.tag(TagFormat.RIFF, 1);
        Texts.add(bytes, at, 256, "bext:Description", tag, draft);
        Texts.add(bytes, at + 256, 32, "bext:Originator", tag, draft);
        Texts.add(bytes, at + 288, 32, "bext:OriginatorReference", tag, draft);
        String date = Texts.add(bytes, at + 320, 10, "bext:OriginationDate", tag, draft);
        Texts.add(bytes, at + 330, 8, "bext:OriginationTime", tag, draft);
        tag.addRaw("bext:TimeReference", String.valueOf(bytes.i64le(at + 338)));
        if (!date.isEmpty()) {
            tag.addField(TagField.RECORDING_DATE, date.replace(':', '-').replace('_', '-'));
        }
    }
}
