package org.teestriage.concern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What somebody learnt after a concern was raised. It is added beside the first account, never over it. */
public record Information(@NotEmpty @Size(max = 50) List<@Valid @NotNull Statement> account) {
    public Information {
        account = Stated.list(account);
    }
}
