package org.teestriage.web.pages;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Memory limit for pages that show typed text again: a form of 1 MB becomes a page of 12 MB, so about a dozen at once
 * would fill the heap. Pages of ordinary length are exempt.
 */
@ApplicationScoped
class TypedTextMemory {

    /** Maximum number of characters of an ordinary form. */
    private static final long ORDINARY = 50_000;

    /**
     * The page contains the text twice, an escaped quotation mark has six characters, and rendering holds up to four
     * copies.
     */
    private static final long BYTES_PER_CHARACTER = 2 * 6 * 4;

    private final AtomicLong free;
    private final Consumer<Runnable> whenResponseEnds;

    @Inject
    TypedTextMemory(CurrentVertxRequest request) {
        this(Runtime.getRuntime().maxMemory() / 4, end -> request.getCurrent().addEndHandler(ended -> end.run()));
    }

    TypedTextMemory(long bytes, Consumer<Runnable> whenResponseEnds) {
        this.free = new AtomicLong(bytes);
        this.whenResponseEnds = whenResponseEnds;
    }

    /** Reserves memory for a page with this text; false if there is not enough. The end of the response frees it. */
    boolean take(Map<String, List<String>> typed) {
        long characters = typed.values().stream()
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
        if (characters <= ORDINARY) {
            return true;
        }
        long bytes = characters * BYTES_PER_CHARACTER;
        if (free.addAndGet(-bytes) < 0) {
            free.addAndGet(bytes);
            return false;
        }
        whenResponseEnds.accept(() -> free.addAndGet(bytes));
        return true;
    }
}
