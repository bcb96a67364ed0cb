package org.musicplatform.decoders.pcm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a sample is written. Integers of n bits become value / 2^(n-1); the byte order is that of the buffer. */
enum SampleEncoding {
    UNSIGNED_8(1) {
        @Override
        void decode(ByteBuffer source, float[] target, int offset, int count) {
            for (int i = 0; i < count; i++) {
                target[offset + i] = ((source.get() & 0xff) - 128) * 0x1p-7f;
            }
        }
    },
    SIGNED_8(1) {
        @Override
        void decode(ByteBuffer source, float[] target, int offset, int count) {
            for (int i = 0; i < count; i++) {
                target[offset + i] = source.get() * 0x1p-7f;
            }
        }
    },
    SIGNED_16(2) {
        @Override
        void decode(ByteBuffer source, float[] target, int offset, int count) {
            for (int i = 0; i < count; i++) {
                target[offset + i] = source.getShort() * 0x1p-15f;
            }
        }
    },
    SIGNED_24(3) {
        @Override
        void decode(ByteBuffer source, float[] target, int offset, int count) {
            boolean bigEndian = source.order() == ByteOrder.BIG_ENDIAN;
            for (int i = 0; i < count; i++) {
                int first = source.get();
                int middle = source.get() & 0xff;
                int last = source.get();
                int value =
                        bigEndian ? first << 16 | middle << 8 | last & 0xff : last << 16 | middle << 8 | first & 0xff;
                target[offset + i] = value * 0x1p-23f;
            }
        }
    },
    SIGNED_32(4) {
        @Override
        void decode(ByteBuffer source, float[] target, int offset, int count) {
            for (int i = 0; i < count; i++) {
                target[offset + i] = source.getInt() * 0x1p-31f;
            }
        }
    },
    FLOAT_32(4) {
        @Override
        void decode(ByteBuffer source, float[] target, int offset, int count) {
            for (int i = 0; i < count; i++) {
                target[offset + i] = source.getFloat();
            }
        }
    },
    FLOAT_64(8) {
        @Override
        void decode(ByteBuffer source, float[] target, int offset, int count) {
            for (int i = 0; i < count; i++) {
                target[offset + i] = (float) source.getDouble();
            }
        }
    },
    A_LAW(1) {
        @Override
        void decode(ByteBuffer source, float[] target, int offset, int count) {
            look(Companding.A_LAW, source, target, offset, count);
        }
    },
    MU_LAW(1) {
        @Override
        void decode(ByteBuffer source, float[] target, int offset, int count) {
            look(Companding.MU_LAW, source, target, offset, count);
        }
    };

    private final int bytes;

    SampleEncoding(int bytes) {
        this.bytes = bytes;
    }

    /** How many bytes a sample takes. */
    int bytes() {
        return bytes;
    }

    /** Takes samples from the buffer's position on. */
    abstract void decode(ByteBuffer source, float[] target, int offset, int count);

    /** Finds the encoding of signed integers that take this many bytes; null when there is none. */
    static SampleEncoding signed(int bytes) {
        return switch (bytes) {
            case 1 -> SIGNED_8;
            case 2 -> SIGNED_16;
            case 3 -> SIGNED_24;
            case 4 -> SIGNED_32;
            default -> null;
        };
    }

    private static void look(float[] table, ByteBuffer source, float[] target, int offset, int count) {
        for (int i = 0; i < count; i++) {
            target[offset + i] = table[source.get() & 0xff];
        }
    }
}
