package org.teestriage.web.pages;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

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

    private final CurrentVertxRequest request;
    private final AtomicLong free = new AtomicLong(Runtime.getRuntime().maxMemory() / 4);

    TypedTextMemory(CurrentVertxRequest request) {
        this.request = request;
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
        request.getCurrent().addEndHandler(ended -> free.addAndGet(bytes));
        return true;
    }
}
