package org.musicplatform.core.sync.source;

import java.util.List;
import java.util.function.Supplier;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.sync.Provider;

/** The kinds of source that are installed at the moment. */
public final class Kinds {

    private final Supplier<List<Provider>> providers;

    /**
     * @param providers those of now, best first
     */
    public Kinds(Supplier<List<Provider>> providers) {
        this.providers = providers;
    }

    /** Finds the best provider of an id. */
    public Provider find(String id) {
        return providers.get().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SourceException(
                        SourceException.UNAVAILABLE,
                        "No storage provider '" + id + "' is installed. Install the bundle sources." + id
                                + ", or one that provides music.source.id=" + id + "."));
    }

    List<String> ids() {
        return providers.get().stream().map(Provider::id).distinct().sorted().toList();
    }
}
