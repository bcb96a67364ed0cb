package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.Page;

/** What follows a page on a terminal. */
final class Paging {

    private Paging() {}

    static void tell(Command command, Page<?> page) {
        tell(command, page, false);
    }

    /**
     * Tells what to do.
     *
     * @param filtered whether only some were asked for
     */
    static void tell(Command command, Page<?> page, boolean filtered) {
        var err = command.session().err();
        if (page.items().isEmpty() && !command.quiet()) {
            err.println(filtered ? "Nothing fits." : "Nothing here. Index a folder first: music index ~/Music");
        }
        if (page.next() != null && !command.quiet()) {
            err.println("More with: --after " + page.next());
        }
    }
}
