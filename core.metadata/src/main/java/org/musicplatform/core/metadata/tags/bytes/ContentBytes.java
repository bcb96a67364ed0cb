package org.musicplatform.core.metadata.tags.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.musicplatform.core.api.source.ContentReader;

/**
 * The bytes of a file by absolute position, through one window that moves. It reads only what is asked for, in ranges
 * whose size fits where the file lies, and it never believes a size: what lies past the end is a {@link CutException},
 * what costs too much an {@link OverBudgetException}.
 *
 * <p>An exception of the source itself comes through as it is: it is not the file's fault. For one thread.
 */
public final class ContentBytes {

    /** The longest run of bytes that is looked at without being copied. */
    public static final int WINDOW = 1 << 18;

    private static final int LOCAL_RANGE = 8 << 10;
    private static final int REMOTE_FIRST = 64 << 10;
    private static final int REMOTE_RANGE = 16 << 10;
    private static final int MOST_READS = 1_000;
    private static final long MOST_BYTES = 32L << 20;
    private static final long MOST_COPIED = 8L << 20;

    private final ContentReader content;
    private final boolean local;
    private final byte[] window;
    private final ByteBuffer view;
    private final Budget budget;
    private long start;
    private int length;
    private long size;
    private long knownEnd = Long.MAX_VALUE;

    /** What is left for a file, shared with what is unpacked from it. */
    private static final class Budget {
        private int reads = MOST_READS;
        private long bytes = MOST_BYTES;
        private long copied = MOST_COPIED;

        void copy(long size) throws OverBudgetException {
            if (size > copied) {
                throw new OverBudgetException("The file asks for more memory than a file's tags may take.");
            }
            copied -= size;
        }
    }

    /**
     * Looks at a file.
     *
     * @param content where it lies
     * @param window {@value #WINDOW} bytes to work in, for the time that this lives
     */
    public ContentBytes(ContentReader content, byte[] window) throws IOException {
        this(content, large(window), content.localFile() != null, new Budget());
    }

    private static byte[] large(byte[] window) {
        if (window.length < WINDOW) {
            throw new IllegalArgumentException("a window of " + window.length + " bytes is too small");
        }
        return window;
    }

    private ContentBytes(ContentReader content, byte[] window, boolean local, Budget budget) throws IOException {
        this.content = content;
        this.local = local;
        this.window = window;
        this.view = ByteBuffer.wrap(window);
        this.budget = budget;
        this.size = content.size();
    }

    private ContentBytes(byte[] bytes, int length, Budget budget) {
        this.content = null;
        this.local = true;
        this.window = bytes;
        this.view = null;
        this.budget = budget;
        this.length = length;
        this.size = length;
    }

    /** Looks at a file whose bytes are all there. */
    public static ContentBytes of(byte[] bytes) {
        return new ContentBytes(bytes, bytes.length, new Budget());
    }

    /** Returns bytes that were unpacked from this file, as a file of their own with the same budget. */
    public ContentBytes unpacked(byte[] bytes) {
        return unpacked(bytes, bytes.length);
    }

    /** As {@link #unpacked(byte[])}, of which the first so many count. */
    public ContentBytes unpacked(byte[] bytes, int length) {
        return new ContentBytes(bytes, length, budget);
    }

    /** Returns what is unpacked from this file as it is asked for, as a file of its own with the same budget. */
    public ContentBytes unpacked(ContentReader unpacking) throws IOException {
        return new ContentBytes(unpacking, new byte[LOCAL_RANGE], true, budget);
    }

    /** Tells whether a range costs next to nothing: the file lies on this machine. */
    public boolean isLocal() {
        return local;
    }

    /** Returns how many bytes there are; looks for the end where the source does not tell. */
    public long size() throws IOException {
        if (size < 0) {
            size = findEnd();
        }
        return size;
    }

    private long findEnd() throws IOException {
        long there = 0;
        long gone = 1;
        while (exists(gone - 1)) {
            there = gone;
            gone = gone * 2;
        }
        while (gone - there > 1) {
            long middle = (there + gone) >>> 1;
            if (exists(middle - 1)) {
                there = middle;
            } else {
                gone = middle;
            }
        }
        return there;
    }

    private boolean exists(long at) throws IOException {
        if (at >= start && at < start + length) {
            return true;
        }
        return content.read(at, ByteBuffer.allocate(1)) > 0;
    }

    /** Tells whether that many bytes lie at a position. */
    public boolean has(long at, long count) throws IOException {
        return at >= 0 && count >= 0 && (at <= start + length - count && at >= start || at <= size() - count);
    }

    private int offset(long at, int count) throws IOException {
        long offset = at - start;
        if (offset < 0 || offset > length - count) {
            load(at, count);
            offset = at - start;
        }
        return (int) offset;
    }

    private void load(long at, int count) throws IOException {
        if (at < 0 || content == null || count > window.length) {
            throw new CutException();
        }
        if (at + count > knownEnd || size >= 0 && at + count > size) {
            throw new CutException();
        }
        int range = local ? LOCAL_RANGE : length == 0 ? REMOTE_FIRST : REMOTE_RANGE;
        load(at, count, Math.max(count, Math.min(range, window.length)));
    }

    private void load(long at, int least, int most) throws IOException {
        int wanted = size < 0 ? most : (int) Math.min(most, size - at);
        if (--budget.reads < 0 || (budget.bytes -= wanted) < 0) {
            throw new OverBudgetException("Reading the file's tags takes more than a file may take.");
        }
        start = at;
        length = 0;
        view.clear().limit(wanted);
        // a local read returns what there is; of a slow one only what is needed is waited for
        while (length < (local ? wanted : Math.max(least, wanted))) {
            int n = content.read(at + length, view);
            if (n < 0) {
                knownEnd = Math.min(knownEnd, at + length);
                break;
            }
            length += n;
        }
        if (length < least) {
            throw new CutException();
        }
    }

    /**
     * Makes a range present in one read, when it is to be looked at soon; what lies past the end is left out.
     *
     * @param at first byte
     * @param count how many, cut to what one read of such a source may bring
     */
    public void prefetch(long at, long count) throws IOException {
        int wanted = (int) Math.min(Math.min(count, local ? window.length : REMOTE_FIRST), size() - at);
        if (content != null && at >= 0 && wanted > 0 && (at < start || at + wanted > start + length)) {
            load(at, wanted, wanted);
        }
    }

    /** Returns how many bytes from a position on are in the window already. */
    public int present(long at) {
        long offset = at - start;
        return offset < 0 || offset >= length ? 0 : (int) (length - offset);
    }

    public int u8(long at) throws IOException {
        return window[offset(at, 1)] & 0xff;
    }

    public int u16(long at) throws IOException {
        int i = offset(at, 2);
        return (window[i] & 0xff) << 8 | window[i + 1] & 0xff;
    }

    public int u16le(long at) throws IOException {
        int i = offset(at, 2);
        return (window[i + 1] & 0xff) << 8 | window[i] & 0xff;
    }

    public int u24(long at) throws IOException {
        int i = offset(at, 3);
        return (window[i] & 0xff) << 16 | (window[i + 1] & 0xff) << 8 | window[i + 2] & 0xff;
    }

    public int u24le(long at) throws IOException {
        int i = offset(at, 3);
        return (window[i + 2] & 0xff) << 16 | (window[i + 1] & 0xff) << 8 | window[i] & 0xff;
    }

    /** Returns four bytes as they fit an int, most significant first: a four-character code, or a bit pattern. */
    public int i32(long at) throws IOException {
        int i = offset(at, 4);
        return (window[i] & 0xff) << 24
                | (window[i + 1] & 0xff) << 16
                | (window[i + 2] & 0xff) << 8
                | window[i + 3] & 0xff;
    }

    public long u32(long at) throws IOException {
        return i32(at) & 0xffff_ffffL;
    }

    public long u32le(long at) throws IOException {
        return Integer.reverseBytes(i32(at)) & 0xffff_ffffL;
    }

    public long i64(long at) throws IOException {
        offset(at, 8);
        return u32(at) << 32 | u32(at + 4);
    }

    public long i64le(long at) throws IOException {
        return Long.reverseBytes(i64(at));
    }

    /** Tells whether these ASCII characters lie at a position; false past the end. */
    public boolean matches(long at, String ascii) throws IOException {
        int count = ascii.length();
        if (!has(at, count)) {
            return false;
        }
        int i = offset(at, count);
        for (int k = 0; k < count; k++) {
            if (window[i + k] != (byte) ascii.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first position of a byte in a range, or the end of the range. */
    public long indexOf(int value, long at, long end) throws IOException {
        long i = at;
        while (i < end) {
            offset(i, 1);
            int from = (int) (i - start);
            int to = (int) Math.min(length, end - start);
            for (int k = from; k < to; k++) {
                if ((window[k] & 0xff) == value) {
                    return start + k;
                }
            }
            i = start + to;
        }
        return end;
    }

    /** Returns a copy. */
    public byte[] copy(long at, long count) throws IOException {
        requireCopyable(at, count);
        byte[] bytes = new byte[(int) count];
        fill(at, bytes, 0, bytes.length);
        return bytes;
    }

    /** Copies into an array, which has room for it. */
    public void copy(long at, byte[] target, int from, int count) throws IOException {
        requireCopyable(at, count);
        fill(at, target, from, count);
    }

    private void requireCopyable(long at, long count) throws IOException {
        if (count < 0 || !has(at, count)) {
            throw new CutException();
        }
        budget.copy(count);
    }

    private void fill(long at, byte[] target, int start, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int part = Math.min(count - done, window.length);
            int from = offset(at + done, Math.min(part, Math.max(1, present(at + done))));
            part = Math.min(part, length - from);
            System.arraycopy(window, from, target, start + done, part);
            done += part;
        }
    }

    /** Returns text; the charset replaces what it does not know. */
    public String text(long at, long count, Charset charset) throws IOException {
        if (count <= 0) {
            return "";
        }
        if (count > window.length) {
            return new String(copy(at, count), charset);
        }
        int i = offset(at, (int) count);
        budget.copy(count);
        return new String(window, i, (int) count, charset);
    }

    /** Returns bytes as the characters of the same numbers. */
    public String latin1(long at, long count) throws IOException {
        return text(at, count, StandardCharsets.ISO_8859_1);
    }
}
