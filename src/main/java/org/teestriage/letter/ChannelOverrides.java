package org.teestriage.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;

@ApplicationScoped
public class ChannelOverrides implements PanacheRepositoryBase<ChannelSwitch, Long> {

    /** The latest channel set by an operator, else the channel of the partner's entry. */
    public Transport channelTo(Partner partner) {
        return latest(partner.id()).map(ChannelSwitch::wire).orElse(partner.channel());
    }

    public Optional<ChannelSwitch> latest(String partnerId) {
        return find("partnerId = ?1 order by id desc", partnerId).firstResultOptional();
    }

    public void add(ChannelSwitch taken) {
        persist(taken);
    }
}
