package org.musicplatform.benchmarks.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lists of {@code words.txt}. */
final class Words {

    private static final Map<String, List<String>> LISTS = read();

    private Words() {}

    static List<String> list(String name) {
        return Objects.requireNonNull(LISTS.get(name), name);
    }

    private static Map<String, List<String>> read() {
        var lists = new HashMap<String, List<String>>();
        List<String> list = List.of();
        try (var in = Words.class.getResourceAsStream("words.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (line.startsWith("[")) {
                    list = new ArrayList<>();
                    lists.put(line.substring(1, line.length() - 1), list);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    list.addAll(List.of(line.split(", ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
