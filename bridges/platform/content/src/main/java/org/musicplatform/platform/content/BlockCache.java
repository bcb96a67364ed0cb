package org.musicplatform.platform.content;

import java.util.LinkedHashMap;
import java.util.Map;

/** The blocks of one file that were read last. */
final class BlockCache extends LinkedHashMap<Long, byte[]> {
    private static final long serialVersionUID = 1L;

    private final int most;

    BlockCache(int most) {
        super(most * 2, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
        return size() > most;
    }
}
