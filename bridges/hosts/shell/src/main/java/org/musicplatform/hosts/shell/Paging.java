package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.Page;

/** What follows a page on a terminal. */
final class Paging {

    private Paging() {}

    static void tell(Command command, Page<?> page) {
        var err = command.session().err();
        if (page.items().isEmpty() && !command.quiet()) {
            err.println("Nothing here. Index a folder first: music index ~/Music");
        }
        if (page.next() != null && !command.quiet()) {
            err.println("More with: --after " + page.next());
        }
    }
}
