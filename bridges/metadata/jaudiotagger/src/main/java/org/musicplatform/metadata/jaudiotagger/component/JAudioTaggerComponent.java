package org.musicplatform.metadata.jaudiotagger.component;

import java.io.IOException;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.api.metadata.spi.TagReaderPlugin;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.metadata.jaudiotagger.JAudioTaggerReader;
import org.osgi.service.component.annotations.Component;

/** A reader behind every other one: it is asked when nobody else knows a file. */
@Component(service = TagReader.class, property = "service.ranking:Integer=-100")
@TagReaderPlugin(
        id = JAudioTaggerReader.ID,
        extensions = {
            "mp3", "flac", "ogg", "oga", "m4a", "m4b", "m4p", "mp4", "wav", "wave", "aif", "aiff", "aifc", "wma", "asf",
            "dsf"
        })
public final class JAudioTaggerComponent implements TagReader {

    private final JAudioTaggerReader reader = new JAudioTaggerReader();

    @Override
    public TagReading read(ContentReader content, String name) throws IOException {
        return reader.read(content, name);
    }
}
