package org.teestriage.platform.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.server.MySqlResource;

@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class TransactionCacheTest {

    @Inject
    TransactionCache cache;

    private final AtomicInteger loads = new AtomicInteger();

    private List<String> rows(String owner) {
        return cache.rows(String.class, owner, () -> List.of("row " + loads.incrementAndGet()));
    }

    @Test
    void rowsAreLoadedOncePerOwnerInOneTransaction() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(rows("first")).containsExactly("row 1");
            assertThat(rows("first")).containsExactly("row 1");
            assertThat(rows("second")).containsExactly("row 2");
        });
        QuarkusTransaction.requiringNew().run(() -> assertThat(rows("first")).containsExactly("row 3"));
    }

    @Test
    void aNestedTransactionLoadsItsOwnRows() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(rows("first")).containsExactly("row 1");
            QuarkusTransaction.requiringNew()
                    .run(() -> assertThat(rows("first")).containsExactly("row 2"));
            assertThat(rows("first")).containsExactly("row 1");
        });
    }

    @Test
    void rowsAddedAndRemovedAreSeenWithoutLoadingAgain() {
        QuarkusTransaction.requiringNew().run(() -> {
            rows("first");
            cache.add(String.class, "first", "added");
            cache.remove(String.class, "first", "row 1");
            assertThat(rows("first")).containsExactly("added");
        });
        assertThat(loads).hasValue(1);
    }

    @Test
    void rowsAddedBeforeTheFirstLoadAreIgnoredByTheCache() {
        QuarkusTransaction.requiringNew().run(() -> {
            cache.add(String.class, "first", "added");
            assertThat(rows("first")).containsExactly("row 1");
        });
    }

    @Test
    void anOwnerCreatedInTheTransactionHasOnlyTheRowsAddedSince() {
        QuarkusTransaction.requiringNew().run(() -> {
            cache.created("new");
            assertThat(rows("new")).isEmpty();
            cache.add(String.class, "new", "added");
            assertThat(rows("new")).containsExactly("added");
        });
        assertThat(loads).hasValue(0);
    }

    @Test
    void rowsReadBeforeTheLockAreLoadedAgainOnce() {
        QuarkusTransaction.requiringNew().run(() -> {
            rows("first");
            cache.locked("first");
            assertThat(rows("first")).containsExactly("row 2");
            cache.locked("first");
            assertThat(rows("first")).containsExactly("row 2");
        });
    }

    @Test
    void forgottenRowsAreLoadedAgainEvenOfANewOwner() {
        QuarkusTransaction.requiringNew().run(() -> {
            cache.created("new");
            rows("new");
            cache.forget(String.class, "new");
            assertThat(rows("new")).containsExactly("row 1");
        });
    }

    @Test
    void withoutATransactionNothingIsCached() {
        assertThat(rows("first")).containsExactly("row 1");
        assertThat(rows("first")).containsExactly("row 2");
    }
}
