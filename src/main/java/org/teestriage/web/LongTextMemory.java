package org.teestriage.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Memory limit for the text of forms and drafts, and the pages that show it: 1 MB becomes a page of 12 MB, so about a
 * dozen at once would fill the heap. Text of ordinary length is exempt.
 */
@ApplicationScoped
public class LongTextMemory {

    /** Maximum number of characters of an ordinary form or draft. */
    private static final long ORDINARY = 50_000;

    /**
     * The page contains the text twice, an escaped quotation mark has six characters, and rendering holds up to four
     * copies.
     */
    private static final long BYTES_PER_CHARACTER = 2 * 6 * 4;

    private final long all;
    private final AtomicLong free;
    private final Consumer<Runnable> whenFree;

    @Inject
    LongTextMemory(ResponseMemory responseMemory) {
        this(Runtime.getRuntime().maxMemory() / 4, responseMemory::whenFree);
    }

    public LongTextMemory(long bytes, Consumer<Runnable> whenFree) {
        this.all = bytes;
        this.free = new AtomicLong(bytes);
        this.whenFree = whenFree;
    }

    /** Reserves memory for this text, or refuses the request: to be called before anything is loaded or stored. */
    public void require(long characters) {
        if (!take(characters)) {
            throw new WebApplicationException(Response.status(Problem.TOO_BUSY.status())
                    .header(HttpHeaders.RETRY_AFTER, 2)
                    .type(Problem.MEDIA_TYPE)
                    .entity(Problem.TOO_BUSY)
                    .build());
        }
    }

    public static long length(Map<String, List<String>> typed) {
        return typed.values().stream()
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
    }

    /**
     * Reserves memory for a page with this text; false if there is not enough. Text that is longer than the limit is
     * taken alone. The memory is free again when the response is no longer in it.
     */
    public boolean take(long characters) {
        if (characters <= ORDINARY) {
            return true;
        }
        long bytes = characters * BYTES_PER_CHARACTER;
        if (free.getAndAdd(-bytes) < Math.min(bytes, all)) {
            free.addAndGet(bytes);
            return false;
        }
        whenFree.accept(() -> free.addAndGet(bytes));
        return true;
    }
}
