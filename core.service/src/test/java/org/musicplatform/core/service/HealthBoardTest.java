package org.musicplatform.core.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.ComponentHealth;
import org.musicplatform.core.api.ComponentHealth.State;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.PlaylistService;
import org.musicplatform.core.api.library.UserDataService;

class HealthBoardTest {

    private static final Class<?>[] SERVICES = {LibraryService.class, PlaylistService.class, UserDataService.class};

    private final ServiceEngine core =
            new ServiceEngine(Clock.systemUTC(), event -> {}, List::of, List::of, bundle -> null);

    /** Binds a library of which every question has this answer. */
    private void library(CompletableFuture<?> answer) {
        Object library = Proxy.newProxyInstance(
                LibraryService.class.getClassLoader(), SERVICES, (proxy, method, given) -> answer);
        core.parts().forEach(part -> bind(part, library));
    }

    private static <T> void bind(Part<T> part, Object library) {
        if (part.type().isInstance(library)) {
            part.bind("library", part.type().cast(library));
        }
    }

    private ComponentHealth health(Class<?> part) {
        return core.health().components().stream()
                .filter(component -> component.component().equals(part.getSimpleName()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_library_that_answers_is_well() {
        library(CompletableFuture.completedFuture(1L));
        assertEquals(State.OK, health(LibraryService.class).state());
        assertEquals(State.OK, health(PlaylistService.class).state());
    }

    @Test
    void a_library_that_is_refused_says_why_and_what_to_do() {
        var refusal = new LibraryException(LibraryException.NEWER_SCHEMA, false, "It has schema 99.", null);
        library(CompletableFuture.failedFuture(refusal));
        var health = health(LibraryService.class);
        assertEquals(State.DOWN, health.state());
        assertEquals(LibraryException.NEWER_SCHEMA, health.code());
        assertEquals("It has schema 99.", health.message());
        assertTrue(health.remedy().contains("music restore FILE"), health.remedy());
        for (var other : List.of(PlaylistService.class, UserDataService.class)) {
            assertEquals(State.DOWN, health(other).state());
        }
        assertEquals(State.DOWN, core.health().state());
    }

    @Test
    void a_library_that_may_answer_again_is_not_down() {
        var refusal = new LibraryException(LibraryException.IN_USE, true, "Process 7 has it.", null);
        library(CompletableFuture.failedFuture(refusal));
        assertEquals(State.DEGRADED, health(LibraryService.class).state());
        assertEquals(
                "Close the program that has it open.",
                health(LibraryService.class).remedy());
    }

    @Test
    void a_library_that_is_not_there_is_told_as_missing() {
        assertEquals("capability-missing", health(LibraryService.class).code());
    }
}
