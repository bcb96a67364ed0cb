package org.musicplatform.core.metadata.tags.fields;

import java.util.ArrayList;
import java.util.List;

/** The genres that have numbers: ID3v1 (0 to 79) and Winamp's extension (80 to 191). */
public final class Genres {

    private static final String[] NAMES = ("Blues|Classic Rock|Country|Dance|Disco|Funk|Grunge|Hip-Hop|Jazz|Metal|"
                    + "New Age|Oldies|Other|Pop|R&B|Rap|Reggae|Rock|Techno|Industrial|Alternative|Ska|Death Metal|"
                    + "Pranks|Soundtrack|Euro-Techno|Ambient|Trip-Hop|Vocal|Jazz+Funk|Fusion|Trance|Classical|"
                    + "Instrumental|Acid|House|Game|Sound Clip|Gospel|Noise|Alternative Rock|Bass|Soul|Punk|Space|"
                    + "Meditative|Instrumental Pop|Instrumental Rock|Ethnic|Gothic|Darkwave|Techno-Industrial|"
                    + "Electronic|Pop-Folk|Eurodance|Dream|Southern Rock|Comedy|Cult|Gangsta|Top 40|Christian Rap|"
                    + "Pop/Funk|Jungle|Native American|Cabaret|New Wave|Psychedelic|Rave|Showtunes|Trailer|Lo-Fi|"
                    + "Tribal|Acid Punk|Acid Jazz|Polka|Retro|Musical|Rock & Roll|Hard Rock|Folk|Folk-Rock|"
                    + "National Folk|Swing|Fast Fusion|Bebop|Latin|Revival|Celtic|Bluegrass|Avantgarde|Gothic Rock|"
                    + "Progressive Rock|Psychedelic Rock|Symphonic Rock|Slow Rock|Big Band|Chorus|Easy Listening|"
                    + "Acoustic|Humour|Speech|Chanson|Opera|Chamber Music|Sonata|Symphony|Booty Bass|Primus|"
                    + "Porn Groove|Satire|Slow Jam|Club|Tango|Samba|Folklore|Ballad|Power Ballad|Rhythmic Soul|"
                    + "Freestyle|Duet|Punk Rock|Drum Solo|A Cappella|Euro-House|Dance Hall|Goa|Drum & Bass|"
                    + "Club-House|Hardcore|Terror|Indie|Britpop|Afro-Punk|Polsk Punk|Beat|Christian Gangsta Rap|"
                    + "Heavy Metal|Black Metal|Crossover|Contemporary Christian|Christian Rock|Merengue|Salsa|"
                    + "Thrash Metal|Anime|JPop|Synthpop|Abstract|Art Rock|Baroque|Bhangra|Big Beat|Breakbeat|"
                    + "Chillout|Downtempo|Dub|EBM|Eclectic|Electro|Electroclash|Emo|Experimental|Garage|Global|IDM|"
                    + "Illbient|Industro-Goth|Jam Band|Krautrock|Leftfield|Lounge|Math Rock|New Romantic|Nu-Breakz|"
                    + "Post-Punk|Post-Rock|Psytrance|Shoegaze|Space Rock|Trop Rock|World Music|Neoclassical|"
                    + "Audiobook|Audio Theatre|Neue Deutsche Welle|Podcast|Indie Rock|G-Funk|Dubstep|Garage Rock|"
                    + "Psybient")
            .split("\\|");

    private Genres() {}

    /** Returns the name of a number, or null when it has none. */
    public static String name(int number) {
        return number >= 0 && number < NAMES.length ? NAMES[number] : null;
    }

    /**
     * Reads ID3's text: {@code 17}, {@code (17)}, {@code (17)Rock}, {@code (51)(39)}, {@code (RX)}, {@code ((wrapped)}
     * (ID3v2.3, 4.2.1 TCON).
     */
    public static List<String> resolve(String text) {
        if (!text.isEmpty() && text.charAt(0) != '(' && !Character.isDigit(text.charAt(0))) {
            return text.equals("RX") ? List.of("Remix") : text.equals("CR") ? List.of("Cover") : List.of(text);
        }
        String alone = number(text);
        if (alone != null) {
            return List.of(alone);
        }
        var names = new ArrayList<String>();
        int at = 0;
        while (at < text.length() && text.charAt(at) == '(' && !text.startsWith("((", at)) {
            int end = text.indexOf(')', at);
            String name = end < 0 ? null : number(text.substring(at + 1, end));
            if (name == null) {
                break;
            }
            names.add(name);
            at = end + 1;
        }
        String rest = text.startsWith("((", at) ? text.substring(at + 1) : text.substring(at);
        if (!rest.isBlank()) {
            if (!names.isEmpty()) {
                names.remove(names.size() - 1); // the text after the numbers refines the last of them
            }
            names.add(rest.strip());
        }
        return names;
    }

    /**
     * Splits at slashes, with which writers of ID3v2.3 separate genres; a genre that has one in its name stays whole.
     */
    public static List<String> split(String text) {
        return text.indexOf('/') < 0 || List.of(NAMES).contains(text)
                ? List.of(text)
                : List.of(text.split("\\s*/\\s*"));
    }

    private static String number(String text) {
        if (text.equals("RX")) {
            return "Remix";
        }
        if (text.equals("CR")) {
            return "Cover";
        }
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        String name = name(Integer.parseInt(text));
        return name == null ? text : name;
    }
}
