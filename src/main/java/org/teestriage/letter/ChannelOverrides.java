package org.teestriage.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;

/** Which channel holds for a partner now: the one on file, unless an operator took another. */
@ApplicationScoped
public class ChannelOverrides implements PanacheRepositoryBase<ChannelSwitch, Long> {

    public Transport wireTo(Partner partner) {
        return latest(partner.id()).map(ChannelSwitch::wire).orElse(partner.channel());
    }

    public Optional<ChannelSwitch> latest(String partnerId) {
        return find("partnerId = ?1 order by id desc", partnerId).firstResultOptional();
    }

    public void add(ChannelSwitch taken) {
        persist(taken);
    }
}
