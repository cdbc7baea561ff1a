package org.teestriage.web.pages;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Memory for pages that show typed text again: a form of a megabyte makes a page of twelve, so that some dozen at once would
 * fill the heap. Pages of ordinary length are always made.
 */
@ApplicationScoped
class TypedTextMemory {

    /** Characters of an ordinary form at most. */
    private static final long ORDINARY = 50_000;

    /** Text stands twice in the page, a quotation mark is six characters there, and a page is held up to four times while it is made. */
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

    /** Whether a page may show this text; what it takes is free again once the response has ended. */
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
