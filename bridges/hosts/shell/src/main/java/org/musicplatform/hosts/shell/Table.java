package org.musicplatform.hosts.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows in columns as wide as they need to be, the widest ones cut where a line would be too long. */
final class Table {

    private static final int LINE = 110;

    private final List<String[]> rows = new ArrayList<>();

    Table row(Object... cells) {
        var row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = cells[i] == null ? "" : Text.line(cells[i].toString());
        }
        rows.add(row);
        return this;
    }

    void print(PrintStream out) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = new int[rows.get(0).length];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].codePointCount(0, row[i].length()));
            }
        }
        narrow(widths);
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = Text.fit(row[i], Math.max(1, widths[i]));
                line.append(cell).append(" ".repeat(widths[i] - cell.codePointCount(0, cell.length()) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static void narrow(int[] widths) {
        int total = 2 * widths.length;
        for (int width : widths) {
            total += width;
        }
        while (total > LINE) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                if (widths[i] > widths[widest]) {
                    widest = i;
                }
            }
            if (widths[widest] <= 12) {
                return;
            }
            widths[widest]--;
            total--;
        }
    }
}
