package org.teestriage.casework.breakglass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.teestriage.concern.Reference;

@ApplicationScoped
public class BreakGlassGrants implements PanacheRepositoryBase<BreakGlassGrant, Long> {

    List<BreakGlassGrant> of(Reference reference) {
        return list("reference = ?1 order by number", reference.value());
    }

    public Optional<BreakGlassGrant> find(Reference reference, String number) {
        return of(reference).stream()
                .filter(broken -> String.valueOf(broken.number()).equals(number))
                .findFirst();
    }

    List<BreakGlassGrant> openOf(String user, Instant now) {
        return list("user = ?1 and until > ?2 order by until", user, now);
    }

    List<BreakGlassGrant> newest(long before, int limit) {
        return find("id < ?1 order by id desc", before).page(0, limit).list();
    }
}
