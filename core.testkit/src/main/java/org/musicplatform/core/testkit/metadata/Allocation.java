package org.musicplatform.core.testkit.metadata;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much a thread allocated so far; always 0 on a virtual machine that does not tell. */
final class Allocation {

    private Allocation() {}

    static long ofThisThread() {
        var threads = ManagementFactory.getThreadMXBean();
        return threads instanceof ThreadMXBean counting
                ? counting.getThreadAllocatedBytes(Thread.currentThread().getId())
                : 0;
    }
}
