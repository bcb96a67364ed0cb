package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class CallbacksTest {

    @TempDir
    Path folder;

    @Test
    void a_callback_may_wait_for_another_answer_and_one_that_blocks_holds_up_no_other() throws Exception {
        var never = new CountDownLatch(1);
        try (var lib = new Lib(folder)) {
            var blocked = new CompletableFuture<Void>();
            lib.engine.revision().thenAcceptAsync(revision -> {
                blocked.complete(null);
                try {
                    never.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            blocked.get();
            long known = lib.engine.revision().get();
            var asked = lib.engine
                    .revision()
                    .thenApplyAsync(r -> lib.engine.revision().join());
            assertEquals(known, asked.get());
        } finally {
            never.countDown();
        }
    }
}
