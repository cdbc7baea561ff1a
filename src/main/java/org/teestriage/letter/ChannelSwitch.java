package org.teestriage.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.teestriage.directory.Transport;

@Entity
@Immutable
public class ChannelSwitch {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private String partnerId;

    @Enumerated(EnumType.STRING)
    private Transport wire;

    @Column(name = "at_micros")
    private Instant at;

    @Column
    private String byUser;

    private String byName;
    private String reason;

    protected ChannelSwitch() {}

    public ChannelSwitch(String partnerId, Transport wire, Instant at, String byUser, String byName, String reason) {
        this.partnerId = partnerId;
        this.wire = wire;
        this.at = at;
        this.byUser = byUser;
        this.byName = byName;
        this.reason = reason;
    }

    public Transport wire() {
        return wire;
    }

    public Instant at() {
        return at;
    }

    public String byName() {
        return byName;
    }

    public String reason() {
        return reason;
    }
}
