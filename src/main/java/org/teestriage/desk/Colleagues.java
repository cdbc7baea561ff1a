package org.teestriage.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.teestriage.access.Officer;

/** The officers and managers who have been here. */
@ApplicationScoped
class Colleagues {

    private final EntityManager entities;
    private final Map<String, Officer> met = new ConcurrentHashMap<>();

    Colleagues(EntityManager entities) {
        this.entities = entities;
    }

    /** Remembers somebody, or what has changed of them; costs nothing for whom this node has met before. */
    void meet(Officer officer) {
        if (officer.equals(met.get(officer.user()))) {
            return;
        }
        if (find(officer.user()).filter(known -> known.describes(officer)).isEmpty()) {
            entities.merge(new Colleague(officer));
        }
        met.put(officer.user(), officer);
    }

    Optional<Colleague> find(String user) {
        return Optional.ofNullable(entities.find(Colleague.class, user));
    }
}
