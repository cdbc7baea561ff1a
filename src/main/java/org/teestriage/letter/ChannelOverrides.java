package org.teestriage.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;

/** Which channel holds for a partner now: the one on file, unless an operator took another. */
@ApplicationScoped
public class ChannelOverrides {

    private final EntityManager entities;

    public ChannelOverrides(EntityManager entities) {
        this.entities = entities;
    }

    public Transport wireTo(Partner partner) {
        return latest(partner.id()).map(ChannelSwitch::wire).orElse(partner.channel());
    }

    public Optional<ChannelSwitch> latest(String partnerId) {
        return entities.createQuery("from ChannelSwitch where partnerId = ?1 order by id desc", ChannelSwitch.class)
                .setParameter(1, partnerId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public void add(ChannelSwitch taken) {
        entities.persist(taken);
    }
}
