package org.musicplatform.core.library.playlist;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.musicplatform.core.api.library.LibraryException;

/** Reads playlist files, told apart by what is in them. */
public final class PlaylistReader {

    private static final int MOST_ENTRIES = 100_000;
    private static final int LONGEST_LINE = 8_192;
    private static final Pattern EXTINF =
            Pattern.compile("#EXTINF:\\s*(-?\\d{1,9})(?:\\.\\d+)?[^,]*,(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLS_KEY =
            Pattern.compile("(file|title|length)(\\d{1,9})\\s*=\\s*(.*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern RECORDING = Pattern.compile(
            "(?:https?://(?:www\\.)?musicbrainz\\.org/(?:recording|track)/)?"
                    + "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?:\\.html)?",
            Pattern.CASE_INSENSITIVE);

    private PlaylistReader() {}

    /**
     * Reads a file.
     *
     * @throws LibraryException with code {@code bad-playlist} when it is none
     */
    public static List<PlaylistItem> read(byte[] content) {
        String text = decode(content).strip();
        if (text.indexOf('\0') >= 0) {
            throw bad("it is no text", null);
        }
        var items = text.startsWith("<")
                ? xspf(text)
                : text.regionMatches(true, 0, "[playlist]", 0, 10) ? pls(text) : m3u(text);
        if (items.isEmpty() && !text.isEmpty() && !text.startsWith("#") && !text.startsWith("<")) {
            throw bad("it names no file", null);
        }
        return items;
    }

    private static LibraryException bad(String why, Exception cause) {
        return new LibraryException(
                LibraryException.BAD_PLAYLIST,
                false,
                "The file is no playlist that is known (M3U, PLS or XSPF): " + why + ".",
                cause);
    }

    private static String decode(byte[] content) {
        if (content.length >= 2 && (content[0] & 0xff) + (content[1] & 0xff) == 0xff + 0xfe) {
            return new String(content, StandardCharsets.UTF_16);
        }
        Charset wide = unmarkedWide(content);
        if (wide != null) {
            return new String(content, wide);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException other) {
            text = new String(content, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Playlists begin with ASCII: two bytes for each such character tell UTF-16 without a mark; null otherwise. */
    private static Charset unmarkedWide(byte[] content) {
        if (content.length < 8) {
            return null;
        }
        boolean little = true;
        boolean big = true;
        for (int i = 0; i < 8; i += 2) {
            little &= content[i] > 0 && content[i + 1] == 0;
            big &= content[i] == 0 && content[i + 1] > 0;
        }
        return little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : null;
    }

    private static List<PlaylistItem> m3u(String text) {
        var items = new ArrayList<PlaylistItem>();
        var told = new HashMap<String, String>();
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            String line = raw.strip();
            Matcher info = EXTINF.matcher(line);
            if (line.isEmpty() || line.length() > LONGEST_LINE || items.size() >= MOST_ENTRIES) {
                continue;
            } else if (info.matches()) {
                told.put("seconds", info.group(1));
                told.put("shown", info.group(2).strip());
            } else if (line.startsWith("#EXTALB:")) {
                told.put("album", line.substring(8).strip());
            } else if (line.startsWith("#EXTART:")) {
                told.put("artist", line.substring(8).strip());
            } else if (!line.startsWith("#")) {
                items.add(item(line, told));
                told.clear();
            }
        }
        return items;
    }

    /** Players write "artist - title" into one field. */
    private static PlaylistItem item(String location, Map<String, String> told) {
        String shown = told.getOrDefault("shown", "");
        String artist = told.get("artist");
        int dash = artist == null ? shown.indexOf(" - ") : -1;
        String title = shown;
        if (dash > 0) {
            artist = shown.substring(0, dash).strip();
            title = shown.substring(dash + 3).strip();
        } else if (artist != null && shown.startsWith(artist + " - ")) {
            title = shown.substring(artist.length() + 3);
        }
        return new PlaylistItem(location, blank(title), blank(artist), blank(told.get("album")), seconds(told), null);
    }

    private static Duration seconds(Map<String, String> told) {
        long seconds = Long.parseLong(told.getOrDefault("seconds", "-1"));
        return seconds > 0 ? Duration.ofSeconds(seconds) : null;
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static List<PlaylistItem> pls(String text) {
        var entries = new TreeMap<Integer, Map<String, String>>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher key = PLS_KEY.matcher(line.strip());
            if (line.length() <= LONGEST_LINE && entries.size() < MOST_ENTRIES && key.matches()) {
                entries.computeIfAbsent(Integer.valueOf(key.group(2)), number -> new HashMap<>())
                        .put(key.group(1).toLowerCase(Locale.ROOT), key.group(3).strip());
            }
        }
        var items = new ArrayList<PlaylistItem>();
        for (Map<String, String> entry : entries.values()) {
            if (blank(entry.get("file")) != null) {
                var told = new HashMap<String, String>();
                told.put("shown", entry.getOrDefault("title", ""));
                String length = entry.getOrDefault("length", "");
                told.put("seconds", length.matches("-?\\d{1,9}") ? length : "-1");
                items.add(item(entry.get("file"), told));
            }
        }
        return items;
    }

    private static List<PlaylistItem> xspf(String text) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false); // nothing from outside, nothing that grows
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var items = new ArrayList<PlaylistItem>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            xml.nextTag();
            if (!xml.getLocalName().equals("playlist")) {
                throw bad("its root is " + xml.getLocalName(), null);
            }
            while (xml.hasNext() && items.size() < MOST_ENTRIES) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("track")) {
                    track(xml, items);
                }
            }
        } catch (XMLStreamException e) {
            throw bad("its XML is damaged", e);
        }
        return items;
    }

    private static void track(XMLStreamReader xml, List<PlaylistItem> items) throws XMLStreamException {
        var told = new HashMap<String, String>();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (depth == 1
                        && List.of("location", "title", "creator", "album", "duration")
                                .contains(name)) {
                    told.putIfAbsent(name, xml.getElementText().strip());
                } else if (depth == 1 && name.equals("identifier")) {
                    Matcher recording = RECORDING.matcher(xml.getElementText().strip());
                    if (recording.matches()) {
                        told.putIfAbsent("recording", recording.group(1).toLowerCase(Locale.ROOT));
                    }
                } else {
                    depth++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        String millis = told.getOrDefault("duration", "");
        items.add(new PlaylistItem(
                told.getOrDefault("location", ""),
                blank(told.get("title")),
                blank(told.get("creator")),
                blank(told.get("album")),
                millis.matches("\\d{1,12}") ? Duration.ofMillis(Long.parseLong(millis)) : null,
                told.get("recording")));
    }
}
