package org.musicplatform.core.library.playlist;

import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.musicplatform.core.api.library.PlaylistFormat;

/** Writes playlist files in UTF-8. */
public final class PlaylistWriter {

    private PlaylistWriter() {}

    /**
     * Writes a file.
     *
     * @param name the name of the playlist
     * @param items its entries, with paths or URIs
     */
    public static byte[] write(PlaylistFormat format, String name, List<PlaylistItem> items) {
        String text =
                switch (format) {
                    case M3U8 -> m3u8(name, items);
                    case PLS -> pls(items);
                    case XSPF -> xspf(name, items);
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String text) {
        return text == null ? "" : text.replaceAll("\\R", " ");
    }

    private static String shown(PlaylistItem item) {
        return (item.artist() == null ? "" : line(item.artist()) + " - ") + line(item.title());
    }

    private static long seconds(PlaylistItem item) {
        return item.duration() == null ? -1 : (item.duration().toMillis() + 500) / 1000;
    }

    private static String m3u8(String name, List<PlaylistItem> items) {
        var text = new StringBuilder("#EXTM3U\n#PLAYLIST:" + line(name) + "\n");
        for (PlaylistItem item : items) {
            text.append("#EXTINF:")
                    .append(seconds(item))
                    .append(',')
                    .append(shown(item))
                    .append('\n');
            if (item.album() != null) {
                text.append("#EXTALB:").append(line(item.album())).append('\n');
            }
            String location = line(item.location());
            text.append(location.startsWith("#") ? "./" : "").append(location).append('\n');
        }
        return text.toString();
    }

    private static String pls(List<PlaylistItem> items) {
        var text = new StringBuilder("[playlist]\n");
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            text.append("File")
                    .append(i + 1)
                    .append('=')
                    .append(line(item.location()))
                    .append('\n');
            text.append("Title").append(i + 1).append('=').append(shown(item)).append('\n');
            text.append("Length")
                    .append(i + 1)
                    .append('=')
                    .append(seconds(item))
                    .append('\n');
        }
        return text.append("NumberOfEntries=")
                .append(items.size())
                .append("\nVersion=2\n")
                .toString();
    }

    private static String xspf(String name, List<PlaylistItem> items) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("playlist");
            xml.writeAttribute("version", "1");
            xml.writeDefaultNamespace("http://xspf.org/ns/0/");
            element(xml, "title", name);
            xml.writeStartElement("trackList");
            for (PlaylistItem item : items) {
                xml.writeStartElement("track");
                element(xml, "location", uri(item.location()));
                element(
                        xml,
                        "identifier",
                        item.recording() == null ? null : "http://musicbrainz.org/recording/" + item.recording());
                element(xml, "title", item.title());
                element(xml, "creator", item.artist());
                element(xml, "album", item.album());
                element(
                        xml,
                        "duration",
                        item.duration() == null ? null : "" + item.duration().toMillis());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot fail", e);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd"));
            xml.writeEndElement();
        }
    }

    /** A path as a URI: XSPF knows nothing else. */
    private static String uri(String location) {
        if (location == null) {
            return null;
        }
        if (location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            return location;
        }
        try {
            boolean absolute = location.startsWith("/");
            return new URI(absolute ? "file" : null, absolute ? "" : null, location, null, null).toASCIIString();
        } catch (URISyntaxException e) {
            return location;
        }
    }
}
