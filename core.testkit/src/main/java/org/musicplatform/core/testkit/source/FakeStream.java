package org.musicplatform.core.testkit.source;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** Bytes of a fake file, until the connection breaks where a test wants it to. */
final class FakeStream extends FilterInputStream {

    private final Runnable check;
    private final Runnable ended;
    private int left;
    private boolean closed;

    FakeStream(byte[] content, int from, int count, int left, Runnable check, Runnable ended) {
        super(new ByteArrayInputStream(content, from, count));
        this.left = left;
        this.check = check;
        this.ended = ended;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        check.run();
        if (left <= 0) {
            throw new IOException("the connection broke while reading");
        }
        int n = super.read(target, offset, Math.min(length, left));
        left -= Math.max(n, 0);
        return n;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ended.run();
        }
    }
}
