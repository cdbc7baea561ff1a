package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

/** Whether images exist, and where. The service never stores an image. */
public record Images(
        @Nullable Answer exist,

        @AskedWhen(field = "exist", is = "YES") @Nullable @MultiLine
        String heldWhere,

        @AskedWhen(field = "exist", is = "YES") @Nullable @SingleLine
        String heldBy,

        @AskedWhen(field = "exist", is = "YES") @Nullable Answer adultInvolved,
        @AskedWhen(field = "exist", is = "YES") @Nullable Answer childUnder13,
        @AskedWhen(field = "exist", is = "YES") @Nullable Answer madeByAi) {}
