package org.teestriage.platform.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Rows that the current transaction has loaded, by type and owner, so that no row is read twice. The cache ends with
 * the transaction. Outside a transaction, every call loads the rows.
 */
@ApplicationScoped
public class TransactionCache {

    private final TransactionSynchronizationRegistry registry;

    TransactionCache(TransactionSynchronizationRegistry registry) {
        this.registry = registry;
    }

    private record Key(Class<?> type, Object owner) {}

    private static final class Loaded {
        private final Map<Key, List<Object>> rows = new HashMap<>();
        private final Set<Object> created = new HashSet<>();
        private final Set<Object> locked = new HashSet<>();
        private final Set<Key> forgotten = new HashSet<>();

        private boolean isNew(Key key) {
            return created.contains(key.owner()) && !forgotten.contains(key);
        }
    }

    /** All rows of an owner. Loads them on first use; an owner created in this transaction needs no query. */
    public <T> List<T> rows(Class<T> type, Object owner, Supplier<List<T>> load) {
        if (registry.getTransactionKey() == null) {
            return load.get();
        }
        Loaded loaded = loaded();
        Key key = new Key(type, owner);
        List<Object> rows = loaded.rows.get(key);
        if (rows == null) {
            rows = new ArrayList<>(loaded.isNew(key) ? List.of() : load.get());
            loaded.rows.put(key, rows);
        }
        return rows.stream().map(type::cast).toList();
    }

    public <T> void add(Class<T> type, Object owner, T row) {
        rowsIfLoaded(type, owner).add(row);
    }

    public <T> void remove(Class<T> type, Object owner, T row) {
        rowsIfLoaded(type, owner).remove(row);
    }

    /** Marks the owner as new: it has only the rows added from now on. */
    public void created(Object owner) {
        loaded().created.add(owner);
    }

    /** Drops rows loaded before the owner's lock was held, because they may have changed since. */
    public void locked(Object owner) {
        if (registry.getTransactionKey() != null && loaded().locked.add(owner)) {
            loaded().rows.keySet().removeIf(key -> key.owner().equals(owner));
        }
    }

    /** Drops rows of this type, because they were changed without this cache. */
    public void forget(Class<?> type, Object owner) {
        if (registry.getTransactionKey() != null) {
            Key key = new Key(type, owner);
            loaded().forgotten.add(key);
            loaded().rows.remove(key);
        }
    }

    private List<Object> rowsIfLoaded(Class<?> type, Object owner) {
        if (registry.getTransactionKey() == null) {
            return new ArrayList<>();
        }
        Loaded loaded = loaded();
        Key key = new Key(type, owner);
        return loaded.isNew(key)
                ? loaded.rows.computeIfAbsent(key, created -> new ArrayList<>())
                : loaded.rows.getOrDefault(key, new ArrayList<>());
    }

    private Loaded loaded() {
        Loaded loaded = (Loaded) registry.getResource(TransactionCache.class);
        if (loaded == null) {
            loaded = new Loaded();
            registry.putResource(TransactionCache.class, loaded);
        }
        return loaded;
    }
}
